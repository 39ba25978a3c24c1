using System.Text.RegularExpressions;
using AsyncBook.Content.Tests.Notebooks;
using AsyncBook.Notebooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBook.Content.Tests.Reference;

/// <summary>What the authors of a notebook say in their own words: its prose and its comments, without the tutorial's.</summary>
internal static partial class OwnWords
{
    private static readonly CSharpParseOptions _script = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    public static string Of(NotebookCell cell) => cell.Kind switch
    {
        CellKind.Markdown => Prose(cell.Source),
        CellKind.Code => Comments(cell.Source),
        _ => "",
    };

    // What stands between quotation marks is quoted too: 勘误 names misprints so.
    private static string Prose(string source)
    {
        var lines = Markdown.WithoutCode(source).Split('\n').Where(line => !line.StartsWith('>'));
        return Quoted().Replace(LinkTarget().Replace(string.Join('\n', lines), "]"), "").Replace("**", "", StringComparison.Ordinal);
    }

    private static string Comments(string source) => string.Join('\n', CSharpSyntaxTree.ParseText(source, _script).GetRoot()
        .DescendantTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        .Select(trivia => trivia.ToString()));

    [GeneratedRegex("“[^”\n]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\([^)]*\)")]
    private static partial Regex LinkTarget();
}
