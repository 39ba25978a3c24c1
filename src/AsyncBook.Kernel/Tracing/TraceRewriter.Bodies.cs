using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AsyncBook.Kernel.Tracing;

/// <content>Round each body: it begins, it ends, it fails.</content>
internal sealed partial class TraceRewriter
{
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        node.Body is null && node.ExpressionBody is null ? node : node
            .WithBody(Body(node, node.Identifier, node.Modifiers, node.Body, node.ExpressionBody, node.SemicolonToken, node.ReturnType))
            .WithExpressionBody(null).WithSemicolonToken(default);

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        node.Body is null && node.ExpressionBody is null ? node : node
            .WithBody(Body(node, node.Identifier, node.Modifiers, node.Body, node.ExpressionBody, node.SemicolonToken, node.ReturnType))
            .WithExpressionBody(null).WithSemicolonToken(default);

    public override SyntaxNode? VisitOperatorDeclaration(OperatorDeclarationSyntax node) =>
        node.Body is null && node.ExpressionBody is null ? node : node
            .WithBody(Body(node, node.OperatorToken, node.Modifiers, node.Body, node.ExpressionBody, node.SemicolonToken))
            .WithExpressionBody(null).WithSemicolonToken(default);

    public override SyntaxNode? VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) =>
        node.Body is null && node.ExpressionBody is null ? node : node
            .WithBody(Body(node, node.OperatorKeyword, node.Modifiers, node.Body, node.ExpressionBody, node.SemicolonToken))
            .WithExpressionBody(null).WithSemicolonToken(default);

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node) =>
        node.Body is null && node.ExpressionBody is null ? node : node
            .WithInitializer((ConstructorInitializerSyntax?)Outside(() => Visit(node.Initializer)))
            .WithBody(Body(node, node.Identifier, node.Modifiers, node.Body, node.ExpressionBody, node.SemicolonToken))
            .WithExpressionBody(null).WithSemicolonToken(default);

    // On the finalizer's thread, whenever it likes.
    public override SyntaxNode? VisitDestructorDeclaration(DestructorDeclarationSyntax node) => node;

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node) =>
        node.Body is null && node.ExpressionBody is null ? node : node
            .WithBody(Body(node, NameOf(node.Parent!.Parent!) ?? node.Keyword, node.Modifiers, node.Body, node.ExpressionBody, node.SemicolonToken, TypeOf(node.Parent!.Parent!)))
            .WithExpressionBody(null).WithSemicolonToken(default);

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node) => node.ExpressionBody is null
        ? base.VisitPropertyDeclaration(node)
        : node.WithAccessorList(Getter(node, node.Identifier, node.ExpressionBody, node.SemicolonToken, node.Type)).WithExpressionBody(null).WithSemicolonToken(default);

    public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node) => node.ExpressionBody is null
        ? base.VisitIndexerDeclaration(node)
        : node.WithAccessorList(Getter(node, node.ThisKeyword, node.ExpressionBody, node.SemicolonToken, node.Type)).WithExpressionBody(null).WithSemicolonToken(default);

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Lambda(node);

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => Lambda(node);

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => Lambda(node);

    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node)
    {
        if (_frame is null)
        {
            return base.VisitYieldStatement(node);
        }

        if (node.Expression is null)
        {
            return Block(ParseStatement($"{_frame}.Done();", options: _script), node);
        }

        var call = Call("Yield", (ExpressionSyntax)Visit(node.Expression)!);
        var typed = ((MemberAccessExpressionSyntax)call.Expression).WithName(GenericName(Identifier("Yield"), TypeArgumentList(SingletonSeparatedList(_element!.WithoutTrivia()))));
        return Block(node.WithExpression(call.WithExpression(typed)), ParseStatement($"{_frame}.Back();", options: _script));
    }

    private AnonymousFunctionExpressionSyntax Lambda(AnonymousFunctionExpressionSyntax node)
    {
        // An expression tree is data; what only computes a value is no step.
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol symbol || IsExpressionTree(node)
            || (node.AsyncKeyword == default && node.ExpressionBody is { } plain && !DoesSomething(plain)))
        {
            return node;
        }

        var line = Line(node);
        var name = node.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } ? variable.Identifier.Text : $"λ{line}";
        var body = Wrap(name, line, symbol.IsAsync, iterator: null, () => node.Block is { } block ? (BlockSyntax)Visit(block)! : Statements(node.ExpressionBody!, symbol));
        return node switch
        {
            SimpleLambdaExpressionSyntax lambda => lambda.WithExpressionBody(null).WithBlock(body),
            ParenthesizedLambdaExpressionSyntax lambda => lambda.WithExpressionBody(null).WithBlock(body),
            AnonymousMethodExpressionSyntax method => method.WithBlock(body),
            _ => node,
        };
    }

    private bool IsExpressionTree(ExpressionSyntax node) =>
        NameOf(model.GetTypeInfo(node).ConvertedType).StartsWith("System.Linq.Expressions.", StringComparison.Ordinal);

    private static bool DoesSomething(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().Any(node => node
        is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or ThrowExpressionSyntax
        or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression });

    private AccessorListSyntax Getter(SyntaxNode node, SyntaxToken name, ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, TypeSyntax type) =>
        AccessorList(SingletonList(AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Body(node, name, default, null, arrow, semicolon, type))));

    private BlockSyntax Body(
        SyntaxNode node, SyntaxToken name, SyntaxTokenList modifiers, BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, TypeSyntax? type = null)
    {
        var symbol = (model.GetDeclaredSymbol(node) is IPropertySymbol property ? property.GetMethod : model.GetDeclaredSymbol(node) as IMethodSymbol)!;
        var iterator = body is not null && IsIterator(body) ? ElementOf(type) : null;
        var wrapped = Wrap(
            name.Text, Line(name), modifiers.Any(SyntaxKind.AsyncKeyword), iterator, () => body is not null ? (BlockSyntax)Visit(body)! : Statements(arrow!.Expression, symbol));
        return arrow is null ? wrapped : wrapped
            .WithOpenBraceToken(wrapped.OpenBraceToken.WithLeadingTrivia(arrow.ArrowToken.LeadingTrivia.AddRange(arrow.ArrowToken.TrailingTrivia)))
            .WithCloseBraceToken(wrapped.CloseBraceToken.WithLeadingTrivia(semicolon.LeadingTrivia).WithTrailingTrivia(semicolon.TrailingTrivia));
    }

    private BlockSyntax Statements(ExpressionSyntax expression, IMethodSymbol symbol)
    {
        var at = At(expression);
        if (expression is ThrowExpressionSyntax thrown)
        {
            return Block(at, ThrowStatement(thrown.ThrowKeyword, (ExpressionSyntax)Visit(thrown.Expression)!, Token(SyntaxKind.SemicolonToken)));
        }

        var visited = (ExpressionSyntax)Visit(expression)!;
        var isValue = !symbol.ReturnsVoid && !(symbol.IsAsync && symbol.ReturnType is INamedTypeSymbol { Arity: 0 });
        return isValue
            ? Block(at, ReturnStatement(Token(default, SyntaxKind.ReturnKeyword, TriviaList(Space)), visited, Token(SyntaxKind.SemicolonToken)))
            : Block(at, ExpressionStatement(visited, Token(SyntaxKind.SemicolonToken)));
    }

    private BlockSyntax Wrap(string name, int line, bool isAsync, TypeSyntax? iterator, Func<BlockSyntax> body)
    {
        var (frame, element) = (_frame, _element);
        (_frame, _element) = ($"{_prefix}{++_names}", iterator);
        var begin = ParseStatement(
            $"var {_frame} = {Types}.{(isAsync ? "Start" : "Enter")}({Quote(cell)}, {Quote(name)}, {line});", options: _script);

        // Where there is a yield there may be no catch.
        var end = (TryStatementSyntax)ParseStatement(
            iterator is null
                ? $"try {{ }} catch (global::System.Exception {_prefix}) when ({_frame}.Fault({_prefix})) {{ throw; }} finally {{ {_frame}.Exit(); }}"
                : $"try {{ {_frame}.Done(); }} finally {{ {_frame}.End(); }}",
            options: _script);
        var block = Block(begin, end.WithBlock(end.Block.WithStatements(end.Block.Statements.Insert(0, body()))));
        (_frame, _element) = (frame, element);
        return block;
    }

    private static bool IsIterator(BlockSyntax body) => body
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(node => node is YieldStatementSyntax);

    private static TypeSyntax ElementOf(TypeSyntax? type) => type switch
    {
        GenericNameSyntax { TypeArgumentList.Arguments: [var element] } => element,
        QualifiedNameSyntax qualified => ElementOf(qualified.Right),
        AliasQualifiedNameSyntax alias => ElementOf(alias.Name),
        NullableTypeSyntax nullable => ElementOf(nullable.ElementType),
        _ => PredefinedType(Token(SyntaxKind.ObjectKeyword)),
    };

    private static SyntaxToken? NameOf(SyntaxNode member) => member switch
    {
        PropertyDeclarationSyntax property => property.Identifier,
        EventDeclarationSyntax happening => happening.Identifier,
        _ => null,
    };

    private static TypeSyntax? TypeOf(SyntaxNode member) => (member as BasePropertyDeclarationSyntax)?.Type;

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
