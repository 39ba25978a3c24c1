using System.Text.RegularExpressions;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>What is folded says that it opens: classic Jupyter draws no triangle beside it.</summary>
internal static partial class FoldRules
{
    private const string Ending = "（点开）";

    public static IEnumerable<string> Faults(DialectCell cell) =>
        Summary().Matches(Markdown.WithoutCode(cell.View.Source))
            .Select(summary => summary.Groups["text"].Value)
            .Where(text => !text.EndsWith(Ending, StringComparison.Ordinal))
            .Select(text => $"<summary>{text}</summary> does not end in {Ending}, as classic Jupyter draws no triangle there");

    [GeneratedRegex("<summary>(?<text>.*?)</summary>", RegexOptions.Singleline)]
    private static partial Regex Summary();
}
