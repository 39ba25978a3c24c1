using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AsyncBook.Kernel.Tracing;

/// <content>Every await, also those that no <c>await</c> expression writes.</content>
internal sealed partial class TraceRewriter
{
    private static readonly HashSet<string> _followed = new(StringComparer.Ordinal)
    {
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Task<TResult>",
        "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask<TResult>",
        "System.Runtime.CompilerServices.ConfiguredTaskAwaitable", "System.Runtime.CompilerServices.ConfiguredTaskAwaitable<TResult>",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable", "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable<TResult>",
        "System.Runtime.CompilerServices.YieldAwaitable",
    };

    public override SyntaxNode? VisitAwaitExpression(AwaitExpressionSyntax node)
    {
        var inner = (ExpressionSyntax)Visit(node.Expression)!;
        var type = model.GetTypeInfo(node.Expression).Type;
        return _frame is null || type is null or IDynamicTypeSymbol or IErrorTypeSymbol ? node.WithExpression(inner)
            : _followed.Contains(NameOf(type)) ? node.WithExpression(Call("Await", inner, Line(node), Text(node.Expression)))
            : node.WithExpression(Call("Leave", inner));
    }

    public override SyntaxNode? VisitUsingStatement(UsingStatementSyntax node)
    {
        if (base.VisitUsingStatement(node) is not UsingStatementSyntax visited)
        {
            return null;
        }

        visited = visited.WithStatement(Embedded(node.Statement, visited.Statement));
        if (_frame is null || !node.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
        {
            return visited;
        }

        if (node.Expression is { } expression)
        {
            return IsFollowed(model.GetTypeInfo(expression).Type)
                ? visited.WithExpression(Call("Disposing", visited.Expression!, Line(node), $"{Text(expression)} 的 DisposeAsync()"))
                : visited;
        }

        if (node.Declaration is not { Variables: [{ Initializer: not null } variable] } declaration || !IsFollowed(model.GetTypeInfo(declaration.Type).Type))
        {
            return visited;
        }

        var name = variable.Identifier;
        var disposal = Call("Disposing", IdentifierName(name.WithoutTrivia()), Line(node), $"{name.Text}.DisposeAsync()");
        return Block(
            LocalDeclarationStatement(visited.Declaration!).WithLeadingTrivia(node.GetLeadingTrivia()).WithSemicolonToken(Token(SyntaxKind.SemicolonToken)),
            visited.WithDeclaration(null).WithExpression(disposal).WithoutLeadingTrivia());
    }

    // await using var x = …; in two: the variable, and what is disposed of at its scope's end.
    private StatementSyntax[]? Disposal(LocalDeclarationStatementSyntax node)
    {
        if (node.Declaration.Variables is not [{ Initializer: not null } variable] || !IsFollowed(model.GetTypeInfo(node.Declaration.Type).Type))
        {
            return null;
        }

        var visited = (LocalDeclarationStatementSyntax)base.VisitLocalDeclarationStatement(node)!;
        var disposal = Call("Disposing", IdentifierName(variable.Identifier.WithoutTrivia()), Line(node), $"{variable.Identifier.Text}.DisposeAsync()");
        return
        [
            visited.WithAwaitKeyword(default).WithUsingKeyword(default).WithoutLeadingTrivia(),
            ParseStatement($"await using var {_prefix}{++_names} = {disposal.ToFullString()};", options: _script),
        ];
    }

    private ExpressionSyntax Items(CommonForEachStatementSyntax node, ExpressionSyntax visited) =>
        _frame is not null && node.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)
            && NameOf(model.GetTypeInfo(node.Expression).Type) is "System.Collections.Generic.IAsyncEnumerable<T>" or "System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<T>"
            ? Call("Each", visited, Line(node), $"{Text(node.Expression)} 的下一个")
            : visited;

    // A struct would be copied, and a pattern without the interface is the type's own affair.
    private static bool IsFollowed(ITypeSymbol? type) =>
        NameOf(type) is "System.Runtime.CompilerServices.ConfiguredAsyncDisposable" or "System.IAsyncDisposable"
        || (type is { IsReferenceType: true } && type.AllInterfaces.Any(face => NameOf(face) == "System.IAsyncDisposable"));

    private static string NameOf(ITypeSymbol? type) =>
        type is null ? "" : type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None));

    private InvocationExpressionSyntax Call(string method, ExpressionSyntax argument, params IReadOnlyList<object> more) => InvocationExpression(
        ParseExpression($"{_frame}.{method}", options: _script),
        ArgumentList(SeparatedList([Argument(argument), .. more.Select(value => Argument(Literal(value)))])));

    private static LiteralExpressionSyntax Literal(object value) => value is int number
        ? LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(number))
        : LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal((string)value));

    // What is awaited, on one line and not too long.
    private static string Text(ExpressionSyntax expression)
    {
        var text = Blanks().Replace(Remarks().Replace(expression.ToString(), ""), " ");
        return text.Length > 60 ? text[..60] + "…" : text;
    }

    [GeneratedRegex(@"\s*//[^\n]*\n")]
    private static partial Regex Remarks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
