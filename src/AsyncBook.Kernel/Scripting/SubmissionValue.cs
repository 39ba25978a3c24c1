using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Kernel.Scripting;

/// <summary>Tells a cell that ends in an expression from one whose value merely is null.</summary>
internal static class SubmissionValue
{
    public static bool IsProducedBy(CSharpCompilation submission)
    {
        var tree = submission.SyntaxTrees[0];
        return tree.GetRoot() is CompilationUnitSyntax { Members: [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }] }
            && last.SemicolonToken.IsMissing
            && submission.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is { SpecialType: not SpecialType.System_Void };
    }
}
