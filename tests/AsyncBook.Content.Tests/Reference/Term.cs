using System.Text.RegularExpressions;

namespace AsyncBook.Content.Tests.Reference;

/// <summary>A row of 术语表.</summary>
/// <param name="Word">The one Chinese word.</param>
/// <param name="English">What it is in English.</param>
/// <param name="Others">Words for the same thing that the notebooks do not use.</param>
internal sealed partial record Term(string Word, string English, IReadOnlyList<string> Others)
{
    public static IReadOnlyList<Term> All { get; } =
    [
        .. MarkdownTable.Rows("reference/glossary.ipynb", columns: 5).Select(row => new Term(row[0], row[1], row[3].Split('、'))),
    ];

    /// <summary>What of <paramref name="text"/> is against the term.</summary>
    public IEnumerable<string> Faults(string text) =>
    [
        .. Others.Where(other => Uses(text, other)).Select(other => $"“{other}” is written “{Word}” in this book"),
        .. Definition().Matches(text)
            .Where(definition => definition.Groups["english"].Value.Equals(English, StringComparison.OrdinalIgnoreCase)
                && !definition.Groups["word"].Value.EndsWith(Word, StringComparison.Ordinal))
            .Select(definition => $"“{definition.Value}”: {English} is “{Word}” in this book"),
    ];

    private static bool Uses(string text, string word) => char.IsAscii(word[0])
        ? Regex.IsMatch(text, $"(?<![A-Za-z]){Regex.Escape(word)}(?![A-Za-z])")
        : text.Contains(word, StringComparison.Ordinal);

    // 事件循环（event loop）, 回调（callback，…）
    [GeneratedRegex(@"(?<word>[\u4E00-\u9FFF]+)（(?<english>[A-Za-z][A-Za-z -]*)[，）]")]
    private static partial Regex Definition();
}
