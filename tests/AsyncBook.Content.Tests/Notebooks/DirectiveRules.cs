using System.Text.RegularExpressions;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Which directives a cell may hold. The real kernel finds them by line, even within a string.</summary>
internal static partial class DirectiveRules
{
    public static IEnumerable<string> Faults(DialectCell cell) =>
        cell.Lines.Where(line => IsDirective(line)).Select(line => Fault(line.TrimEnd(), cell.Folder)).OfType<string>();

    /// <summary>The cell as plain C#, each line in its place.</summary>
    public static string WithoutDirectives(DialectCell cell) =>
        string.Join('\n', cell.Lines.Select(line => IsDirective(line) ? "" : line));

    private static bool IsDirective(string line) => Directive().IsMatch(line);

    private static string? Fault(string line, string folder)
    {
        if (Package().IsMatch(line) || AssemblyName().IsMatch(line))
        {
            return null;
        }

        if (Import().Match(line) is not { Success: true } import)
        {
            return $"{line} is not #r \"nuget: Id, [1.2.3]\", #r \"AssemblyName\" or #!import lib/File.cs";
        }

        var file = import.Groups["file"].Value;
        return File.Exists(Path.Combine(folder, file)) ? null : $"{line}: there is no {file}";
    }

    [GeneratedRegex(@"^\s*#\s*(!|r\b|i\b|load\b)")]
    private static partial Regex Directive();

    [GeneratedRegex(@"^#r ""nuget: [A-Za-z][\w.-]*, \[\d+(\.\d+){1,3}(-[0-9A-Za-z.-]+)?\]""$")]
    private static partial Regex Package();

    [GeneratedRegex(@"^#r ""(?!.*\.dll"")[A-Za-z]\w*(\.\w+)*""$")]
    private static partial Regex AssemblyName();

    [GeneratedRegex(@"^#!import (?<file>(\.\./)?lib/\w+\.cs)$")]
    private static partial Regex Import();
}
