using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Exporting;

/// <summary>The names of one cell.</summary>
/// <param name="Shared">Variables and methods of the cell itself: later cells may use them.</param>
/// <param name="Inner">Variables of its blocks; those of functions may hide others, and need no care.</param>
/// <param name="Types">The types it declares.</param>
/// <param name="Used">Every name that it uses, its own included.</param>
internal sealed record DeclaredNames(
    FrozenSet<string> Shared, FrozenSet<string> Inner, FrozenSet<string> Types, FrozenSet<string> Used)
{
    public static DeclaredNames Of(CompilationUnitSyntax cell)
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        var inner = new HashSet<string>(StringComparer.Ordinal);
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in cell.Members)
        {
            switch (member)
            {
                case FieldDeclarationSyntax field:
                    shared.UnionWith(field.Declaration.Variables.Select(variable => variable.Identifier.ValueText));
                    inner.UnionWith(Variables(field));
                    break;
                case MethodDeclarationSyntax method:
                    shared.Add(method.Identifier.ValueText);
                    break;
                case GlobalStatementSyntax statement:
                    (IsBlock(statement.Statement) ? inner : shared).UnionWith(Variables(statement));
                    break;
                case BaseTypeDeclarationSyntax type:
                    types.Add(type.Identifier.ValueText);
                    break;
                case DelegateDeclarationSyntax type:
                    types.Add(type.Identifier.ValueText);
                    break;
            }
        }

        inner.ExceptWith(shared);
        var used = cell.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && IsOwnName(token)).Select(token => token.ValueText);
        return new(shared.ToFrozenSet(), inner.ToFrozenSet(), types.ToFrozenSet(), used.ToFrozenSet());
    }

    /// <summary>Whether a word is a name by itself, and no member of something, no argument's and no property's name.</summary>
    public static bool IsOwnName(SyntaxToken token) => token.Parent switch
    {
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name => access.Name != name,
        SimpleNameSyntax { Parent: MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax } => false,
        SimpleNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression } } assignment } name => assignment.Left != name,
        PropertyDeclarationSyntax or EnumMemberDeclarationSyntax or EventDeclarationSyntax => false,
        MethodDeclarationSyntax method => method.Parent is CompilationUnitSyntax,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Parent: not CompilationUnitSyntax } } => false,
        _ => true,
    };

    private static bool IsBlock(StatementSyntax statement) => statement is BlockSyntax or ForStatementSyntax or CommonForEachStatementSyntax
        or UsingStatementSyntax or LockStatementSyntax or TryStatementSyntax or WhileStatementSyntax or DoStatementSyntax or FixedStatementSyntax or CheckedStatementSyntax;

    private static IEnumerable<string> Variables(SyntaxNode node) => node
        .DescendantNodes(inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Select(inner => inner switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            ForEachStatementSyntax loop => loop.Identifier.ValueText,
            CatchDeclarationSyntax caught => caught.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            FromClauseSyntax from => from.Identifier.ValueText,
            LetClauseSyntax let => let.Identifier.ValueText,
            JoinClauseSyntax join => join.Identifier.ValueText,
            _ => "",
        })
        .Where(name => name.Length > 0);
}
