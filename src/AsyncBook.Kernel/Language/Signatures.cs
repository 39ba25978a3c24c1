using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Kernel.Language;

/// <summary>The ways in which something can be called, from within its brackets.</summary>
/// <param name="All">Every overload.</param>
/// <param name="Active">The index of the one that goes with what has been written.</param>
/// <param name="Parameter">The index of the parameter that is being written.</param>
internal sealed record Signatures(IReadOnlyList<Signature> All, int Active, int Parameter)
{
    public static Signatures? At(CSharpCompilation submission, int position, CancellationToken cancellationToken)
    {
        var tree = submission.SyntaxTrees[^1];
        var root = tree.GetRoot(cancellationToken);
        var token = root.FindToken(Math.Max(0, position - 1));
        if (Call.Around(token, position) is not { } call)
        {
            return null;
        }

        var model = submission.GetSemanticModel(tree);
        var methods = Candidates(model, call.Node, cancellationToken).ToList();
        if (methods.Count == 0)
        {
            return null;
        }

        var chosen = model.GetSymbolInfo(call.Node, cancellationToken).Symbol;
        var active = methods.FindIndex(method => SymbolEqualityComparer.Default.Equals(method, chosen));
        if (active < 0)
        {
            active = Math.Max(0, methods.FindIndex(method => Takes(method, call.Arguments.Count)));
        }

        return new Signatures(
            [.. methods.Select(method => Signature.Of(method, model, position))],
            active,
            call.Arguments.GetSeparators().Count(comma => comma.Span.Start < position));
    }

    private static IEnumerable<IMethodSymbol> Candidates(SemanticModel model, SyntaxNode call, CancellationToken cancellationToken) => call switch
    {
        InvocationExpressionSyntax invocation => Of(model, invocation, cancellationToken),
        BaseObjectCreationExpressionSyntax creation => Constructors(model, model.GetTypeInfo(creation, cancellationToken).Type, creation.SpanStart),
        AttributeSyntax attribute => Constructors(model, model.GetTypeInfo(attribute, cancellationToken).Type, attribute.SpanStart),
        _ => model.GetMemberGroup(call, cancellationToken).OfType<IMethodSymbol>(),
    };

    private static IEnumerable<IMethodSymbol> Of(SemanticModel model, InvocationExpressionSyntax invocation, CancellationToken cancellationToken)
    {
        var group = model.GetMemberGroup(invocation.Expression, cancellationToken).OfType<IMethodSymbol>().ToList();
        if (group.Count == 0)
        {
            return model.GetTypeInfo(invocation.Expression, cancellationToken).Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } ? [invoke] : [];
        }

        if (invocation.Expression is not MemberAccessExpressionSyntax access)
        {
            return group;
        }

        // Through a type only what is static can be called; through a value the rest.
        var isType = model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is INamespaceOrTypeSymbol;
        return group.Where(method => method.MethodKind == MethodKind.ReducedExtension || method.IsStatic == isType);
    }

    private static IEnumerable<IMethodSymbol> Constructors(SemanticModel model, ITypeSymbol? type, int position) =>
        (type as INamedTypeSymbol)?.InstanceConstructors.Where(constructor => model.IsAccessible(position, constructor)) ?? [];

    private static bool Takes(IMethodSymbol method, int count) =>
        method.Parameters.Length >= count || method.Parameters is [.., { IsParams: true }];

    private sealed record Call(SyntaxNode Node, SeparatedSyntaxList<SyntaxNode> Arguments)
    {
        // The innermost brackets in which the place lies; those of a text or a comment are none.
        public static Call? Around(SyntaxToken token, int position)
        {
            for (var node = token.Parent; node is not null; node = node.Parent)
            {
                if (node is BaseArgumentListSyntax or AttributeArgumentListSyntax && IsWithin(node, position) && node.Parent is { } call)
                {
                    return node switch
                    {
                        ArgumentListSyntax list => new(call, list.Arguments),
                        AttributeArgumentListSyntax list => new(call, list.Arguments),
                        _ => null,
                    };
                }
            }

            return null;
        }

        private static bool IsWithin(SyntaxNode list, int position)
        {
            var (open, close) = (list.GetFirstToken(), list.GetLastToken(includeZeroWidth: true));
            return position >= open.Span.End && (close.IsMissing || position <= close.SpanStart);
        }
    }
}

/// <summary>One way to call something.</summary>
internal sealed record Signature(string Label, IReadOnlyList<string> Parameters)
{
    public static Signature Of(IMethodSymbol method, SemanticModel model, int position) => new(
        method.ToMinimalDisplayString(model, position, SymbolDisplayFormat.MinimallyQualifiedFormat),
        [.. method.Parameters.Select(parameter => parameter.Name)]);
}
