using System.Text.RegularExpressions;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>The little of Markdown that the tests must understand: quotations, fences and escapes.</summary>
internal static partial class Markdown
{
    public static string Unquoted(string line) =>
        line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line == ">" ? "" : line;

    /// <summary>What a reader sees of <c>\_\_aiter\_\_</c>.</summary>
    public static string Unescaped(string line) => Escape().Replace(line, "$1");

    public static string WithoutCode(string source) => CodeSpan().Replace(WithoutFences(source), "");

    public static string WithoutFences(string source) => Fence().Replace(source, "");

    /// <summary>Whether it holds a text that unfolds.</summary>
    public static bool IsFolded(string source) => Folded().IsMatch(source);

    /// <summary>The first fence at or after a line: its language, its lines, and the line after it.</summary>
    public static (string Language, IReadOnlyList<string> Lines, int End)? FenceFrom(
        IReadOnlyList<string> lines, int start)
    {
        var open = Enumerable.Range(start, lines.Count - start).FirstOrDefault(at => IsFence(lines[at]), -1);
        if (open < 0)
        {
            return null;
        }

        var content = lines.Skip(open + 1).Select(Unquoted).TakeWhile(line => line != "```").ToList();
        return (Unquoted(lines[open])[3..], content, open + content.Count + 2);
    }

    private static bool IsFence(string line) => Unquoted(line).StartsWith("```", StringComparison.Ordinal);

    [GeneratedRegex(@"<details>\s*<summary>[^<]+</summary>\s*[^<\s].*</details>", RegexOptions.Singleline)]
    private static partial Regex Folded();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escape();

    [GeneratedRegex("^(?:> ?)?```.*?^(?:> ?)?```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("(`+)(?!`).*?(?<!`)\\1(?!`)")]
    private static partial Regex CodeSpan();
}
