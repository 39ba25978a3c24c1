using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Kernel.Scripting;

/// <summary>Tells a cell that gives a value from one that gives none: null is one, and so is a lambda.</summary>
internal static class SubmissionValue
{
    public static bool IsProducedBy(CSharpCompilation submission)
    {
        // What the cell loads comes before the cell itself.
        var tree = submission.SyntaxTrees[^1];
        var root = tree.GetRoot();
        return HasReturn(root)
            || (root is CompilationUnitSyntax { Members: [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }] }
                && last.SemicolonToken.IsMissing
                && submission.GetSemanticModel(tree).GetTypeInfo(last.Expression).ConvertedType is not { SpecialType: SpecialType.System_Void });
    }

    // As Roslyn's Script.HasReturnValue: the return of a function in a block counts too, a lambda's or a method's does not.
    private static bool HasReturn(SyntaxNode root) => root
        .DescendantNodes(node => node is CompilationUnitSyntax or GlobalStatementSyntax or StatementSyntax)
        .OfType<ReturnStatementSyntax>()
        .Any();
}
