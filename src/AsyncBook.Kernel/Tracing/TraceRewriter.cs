using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace AsyncBook.Kernel.Tracing;

/// <summary>
/// Makes a cell report its steps. No line is added and none is lost, so that stack traces stay right; every piece of trivia stays
/// before the token it stood before.
/// </summary>
/// <param name="model">What the cell's names and types are.</param>
/// <param name="cell">What the cell is called.</param>
internal sealed partial class TraceRewriter(SemanticModel model, string cell) : CSharpSyntaxRewriter
{
    private const string Types = "global::AsyncBook.Kernel.Tracing.Probe";
    private static readonly CSharpParseOptions _script = new(LanguageVersion.Preview, kind: SourceCodeKind.Script);

    // What reports here; null in a place that is no statement's: a field's initializer, an attribute.
    private string? _frame;
    private TypeSyntax? _element;
    private int _names;
    private string _prefix = "__step";

    /// <summary>The line of the first statement of the cell's own; null where it has none.</summary>
    public int? FirstLine { get; private set; }

    public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
    {
        _frame = $"{Types}.Cell";
        var text = node.ToString();
        while (text.Contains(_prefix, StringComparison.Ordinal))
        {
            _prefix += "_";
        }

        var members = new List<MemberDeclarationSyntax>();
        foreach (var member in node.Members)
        {
            var rewritten = (MemberDeclarationSyntax)Visit(member)!;
            if (IsStep(member))
            {
                FirstLine ??= Line(member);
                members.Add(GlobalStatement(At(member).WithLeadingTrivia(rewritten.GetLeadingTrivia())));
                rewritten = rewritten.WithoutLeadingTrivia();
            }

            members.Add(rewritten);
        }

        return node.WithMembers(List(members));
    }

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => Outside(() => base.VisitClassDeclaration(node));

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => Outside(() => base.VisitStructDeclaration(node));

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => Outside(() => base.VisitRecordDeclaration(node));

    public override SyntaxNode? VisitInterfaceDeclaration(InterfaceDeclarationSyntax node) => Outside(() => base.VisitInterfaceDeclaration(node));

    public override SyntaxNode? VisitBlock(BlockSyntax node) =>
        _frame is null ? base.VisitBlock(node) : node.WithStatements(WithProbes(node.Statements));

    public override SyntaxNode? VisitSwitchSection(SwitchSectionSyntax node) =>
        _frame is null ? base.VisitSwitchSection(node) : node.WithLabels(VisitList(node.Labels)).WithStatements(WithProbes(node.Statements));

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node) =>
        base.VisitIfStatement(node) is IfStatementSyntax visited ? visited.WithStatement(Embedded(node.Statement, visited.Statement)) : null;

    public override SyntaxNode? VisitElseClause(ElseClauseSyntax node) =>
        base.VisitElseClause(node) is ElseClauseSyntax visited ? visited.WithStatement(Embedded(node.Statement, visited.Statement)) : null;

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) =>
        base.VisitWhileStatement(node) is WhileStatementSyntax visited ? visited.WithStatement(Embedded(node.Statement, visited.Statement)) : null;

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) =>
        base.VisitDoStatement(node) is DoStatementSyntax visited ? visited.WithStatement(Embedded(node.Statement, visited.Statement)) : null;

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) =>
        base.VisitForStatement(node) is ForStatementSyntax visited ? visited.WithStatement(Embedded(node.Statement, visited.Statement)) : null;

    public override SyntaxNode? VisitLockStatement(LockStatementSyntax node) =>
        base.VisitLockStatement(node) is LockStatementSyntax visited ? visited.WithStatement(Embedded(node.Statement, visited.Statement)) : null;

    public override SyntaxNode? VisitFixedStatement(FixedStatementSyntax node) =>
        base.VisitFixedStatement(node) is FixedStatementSyntax visited ? visited.WithStatement(Embedded(node.Statement, visited.Statement)) : null;

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) =>
        base.VisitForEachStatement(node) is ForEachStatementSyntax visited
            ? visited.WithExpression(Items(node, visited.Expression)).WithStatement(Embedded(node.Statement, visited.Statement))
            : null;

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        base.VisitForEachVariableStatement(node) is ForEachVariableStatementSyntax visited
            ? visited.WithExpression(Items(node, visited.Expression)).WithStatement(Embedded(node.Statement, visited.Statement))
            : null;

    private static bool IsStep(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax or LabeledStatementSyntax } => false,
        GlobalStatementSyntax => true,
        FieldDeclarationSyntax field => !field.Modifiers.Any(SyntaxKind.ConstKeyword) && field.Declaration.Variables.Any(variable => variable.Initializer is not null),
        _ => false,
    };

    private SyntaxList<StatementSyntax> WithProbes(SyntaxList<StatementSyntax> statements)
    {
        var all = new List<StatementSyntax>();
        foreach (var statement in statements)
        {
            AddWithProbe(all, statement);
        }

        return List(all);
    }

    private void AddWithProbe(List<StatementSyntax> all, StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalFunctionStatementSyntax:
                all.Add((StatementSyntax)Visit(statement)!);
                break;
            case LabeledStatementSyntax label:
                all.Add(label.WithStatement(At(label.Statement)));
                var first = all.Count;
                AddWithProbe(all, label.Statement);
                all.RemoveAt(first);
                break;
            case LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } declaration when Disposal(declaration) is { } parts:
                all.Add(At(statement).WithLeadingTrivia(statement.GetLeadingTrivia()));
                all.AddRange(parts);
                break;
            default:
                all.Add(At(statement).WithLeadingTrivia(statement.GetLeadingTrivia()));
                all.Add(((StatementSyntax)Visit(statement)!).WithoutLeadingTrivia());
                break;
        }
    }

    private StatementSyntax Embedded(StatementSyntax original, StatementSyntax visited) =>
        _frame is null || visited is BlockSyntax or EmptyStatementSyntax ? visited : Block(At(original), visited);

    private StatementSyntax At(SyntaxNode node) => ParseStatement($"{_frame}.At({Line(node)});", options: _script);

    private SyntaxNode? Outside(Func<SyntaxNode?> visit)
    {
        var (frame, element) = (_frame, _element);
        (_frame, _element) = (null, null);
        var visited = visit();
        (_frame, _element) = (frame, element);
        return visited;
    }

    private int Line(SyntaxNode node) => Line(node.GetFirstToken());

    private int Line(SyntaxToken token) => model.SyntaxTree.GetLineSpan(token.Span).StartLinePosition.Line + 1;
}
