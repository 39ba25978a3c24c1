using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBook.Kernel.Tracing;

/// <summary>A submission whose code reports its steps.</summary>
/// <param name="Compilation">What to run in the other's place.</param>
/// <param name="FirstLine">Where its own statements begin; null where it only declares.</param>
internal sealed record TracedSubmission(CSharpCompilation Compilation, int? FirstLine)
{
    /// <param name="submission">One that compiles.</param>
    /// <param name="cell">What the cell is called.</param>
    public static TracedSubmission Of(CSharpCompilation submission, string cell)
    {
        // What the cell loads comes before the cell itself.
        var tree = submission.SyntaxTrees[^1];
        var rewriter = new TraceRewriter(submission.GetSemanticModel(tree), cell);
        var root = rewriter.Visit(tree.GetRoot());
        return new(submission.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(root, tree.Options)), rewriter.FirstLine);
    }
}
