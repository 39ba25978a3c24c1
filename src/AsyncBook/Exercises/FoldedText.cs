using System.Text.RegularExpressions;

namespace AsyncBook.Exercises;

/// <summary>The text of a cell that is folded in the notebook, without what folds it.</summary>
internal static partial class FoldedText
{
    public static string Open(string source) => Fold().Replace(source, "").Trim();

    [GeneratedRegex("<summary>.*?</summary>|</?details>", RegexOptions.Singleline)]
    private static partial Regex Fold();
}
