using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>
/// An exception that leaves an <c>async void</c> method kills the kernel. A lesson that needs one contains it:
/// the whole body is one try with a catch for everything.
/// </summary>
internal static class AsyncVoid
{
    public static IEnumerable<string> Faults(SyntaxNode root)
    {
        var methods = root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => IsAsyncVoid(method.Modifiers, method.ReturnType) && !IsContained(method.Body))
            .Select(method => method.Identifier);
        var functions = root.DescendantNodes().OfType<LocalFunctionStatementSyntax>()
            .Where(function => IsAsyncVoid(function.Modifiers, function.ReturnType) && !IsContained(function.Body))
            .Select(function => function.Identifier);
        return methods.Concat(functions).Select(name =>
            $"line {CodeRules.Line(name.Parent!)}: async void {name.Text} lets exceptions out; catch them all in it");
    }

    private static bool IsAsyncVoid(SyntaxTokenList modifiers, TypeSyntax type) =>
        modifiers.Any(SyntaxKind.AsyncKeyword)
        && type is PredefinedTypeSyntax predefined
        && predefined.Keyword.IsKind(SyntaxKind.VoidKeyword);

    private static bool IsContained(BlockSyntax? body) =>
        body?.Statements is [TryStatementSyntax attempt] && attempt.Catches.Any(CatchesAll);

    private static bool CatchesAll(CatchClauseSyntax clause) =>
        clause.Filter is null && clause.Declaration?.Type.ToString() is null or "Exception" or "System.Exception";
}
