using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>What a page is about in one sentence: the first question that it answers, or how it begins.</summary>
internal static partial class PageSummary
{
    /// <summary>The sentence as HTML; empty where there is none.</summary>
    public static string Of(Notebook notebook)
    {
        var texts = notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Select(cell => cell.Source).ToList();
        var question = texts.Select(text => Question().Match(text)).FirstOrDefault(match => match.Success);
        var words = question?.Groups["words"].Value ?? Beginning(texts.FirstOrDefault() ?? "");
        return Code().Replace(Html.Encode(words.Replace("**", "", StringComparison.Ordinal).Trim()), "<code>$1</code>");
    }

    // Headings, lists, quotations and the way to the other pages say nothing of it.
    private static string Beginning(string text)
    {
        var line = text.Split('\n').FirstOrDefault(line => Prose().IsMatch(line)) ?? "";
        var end = line.IndexOf('。', StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }

    [GeneratedRegex(@"你能回答[^\n]*\n+1\. (?<words>[^\n]+)")]
    private static partial Regex Question();

    [GeneratedRegex(@"^[^\s#>*\-|\[<`]")]
    private static partial Regex Prose();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
