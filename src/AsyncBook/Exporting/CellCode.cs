using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBook.Exporting;

/// <summary>One cell's C#, read as a script: what it declares, what it uses, and its pieces in the order in which a program wants them.</summary>
internal sealed partial class CellCode
{
    private static readonly CSharpParseOptions _script = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);
    private readonly SourceText _text;
    private readonly CompilationUnitSyntax _root;
    private readonly Dictionary<string, string> _renamed = new(StringComparer.Ordinal);

    public CellCode(string id, string source)
    {
        Id = id;
        Directives = [.. Directive().Matches(source).Select(line => line.Value.Trim())];
        _text = SourceText.From(Directive().Replace(source, ""));
        _root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(_text, _script).GetRoot();
        Faults = [.. _root.GetDiagnostics().Where(fault => fault.Severity == DiagnosticSeverity.Error).Select(fault => fault.ToString())];
        Names = DeclaredNames.Of(_root);
    }

    public string Id { get; }

    /// <summary>Its lines for the kernel: <c>#r</c>, <c>#!import</c>, <c>#i</c>.</summary>
    public IReadOnlyList<string> Directives { get; }

    /// <summary>Why it cannot be read.</summary>
    public IReadOnlyList<string> Faults { get; }

    public DeclaredNames Names { get; }

    /// <summary>Whether it is a function of its own in the program: names of its own, which hide nothing from others.</summary>
    public bool IsWrapped { get; set; }

    public IEnumerable<string> Usings => _root.Usings.Select(line => line.ToString().Trim());

    /// <summary>Whether its own statements wait.</summary>
    public bool Awaits => _root.Members.Where(IsStatement).Any(member => Awaiting(member).Any());

    /// <summary>All that is of a kind in it.</summary>
    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => _root.DescendantNodes().OfType<T>();

    public void Rename(string name, string to) => _renamed[name] = to;

    /// <summary>Whether something in it is called so from now on.</summary>
    public bool Takes(string name) => _renamed.ContainsValue(name);

    /// <summary>What runs, with its comments; empty where it only declares types.</summary>
    public string Statements()
    {
        var early = _root.Members.Where((member, index) => member is MethodDeclarationSyntax && UsesWhatComesLater(member, index)).ToList();
        var elsewhere = _root.Members.Where(member => !IsStatement(member)).Concat(early).Select(member => new TextChange(member.FullSpan, ""));
        var usings = _root.Usings.Select(line => new TextChange(TextSpan.FromBounds(line.SpanStart, line.FullSpan.End), ""));
        var rest = Changed(elsewhere.Concat(usings).Concat(_root.Members.Where(IsStatement).Except(early).SelectMany(Adapted)));
        return Tidy(string.Join("\n\n", [Tidy(rest), .. early.Select(method => Only(method, Adapted(method)))]));
    }

    /// <summary>The types it declares, with their comments: a program has them behind all that runs.</summary>
    public IEnumerable<string> Types() => _root.Members.Where(member => !IsStatement(member))
        .Select(member => Only(member, []));

    /// <summary>The same text a step further in, but for what stands within a text that spans lines.</summary>
    public static string Indent(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, _script).GetRoot();
        var text = SourceText.From(code);
        return string.Concat(text.Lines.Select(line =>
        {
            var token = root.FindToken(line.Start);
            var isWithinText = token.Span.Start < line.Start && token.Span.End > line.Start;
            return (isWithinText || line.Span.IsEmpty ? "" : "    ") + text.ToString(line.SpanIncludingLineBreak);
        }));
    }

    private static bool IsStatement(MemberDeclarationSyntax member) => member is GlobalStatementSyntax or FieldDeclarationSyntax or MethodDeclarationSyntax;

    private static IEnumerable<SyntaxNode> Awaiting(SyntaxNode member) => member is MethodDeclarationSyntax ? [] : member
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Where(node => node is AwaitExpressionSyntax
            or CommonForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }
            or UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword });

    // A script's variables begin as nothing and its methods have modifiers; those of a program have neither.
    private static IEnumerable<TextChange> Adapted(MemberDeclarationSyntax member)
    {
        foreach (var modifier in member.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword) && !modifier.IsKind(SyntaxKind.ConstKeyword) && !modifier.IsKind(SyntaxKind.UnsafeKeyword)))
        {
            yield return new TextChange(TextSpan.FromBounds(modifier.SpanStart, modifier.FullSpan.End), "");
        }

        // What a cell ends in, a kernel shows.
        if (member is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last })
        {
            var isCall = last.Expression is InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax;
            yield return new TextChange(new TextSpan(last.Expression.SpanStart, 0), isCall ? "" : "Console.WriteLine(");
            yield return new TextChange(new TextSpan(last.Expression.Span.End, 0), isCall ? ";" : ");");
        }

        if (member is FieldDeclarationSyntax field)
        {
            foreach (var variable in field.Declaration.Variables.Where(variable => variable.Initializer is null))
            {
                yield return new TextChange(new TextSpan(variable.Span.End, 0), " = default");
            }
        }
    }

    // In a script a method may use a variable that is declared below it; in a program it then stands below, too.
    private bool UsesWhatComesLater(MemberDeclarationSyntax method, int index)
    {
        var later = _root.Members.Skip(index + 1).OfType<FieldDeclarationSyntax>().SelectMany(field => field.Declaration.Variables).Select(variable => variable.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        return method.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => later.Contains(name.Identifier.ValueText) && DeclaredNames.IsOwnName(name.Identifier));
    }

    private string Only(MemberDeclarationSyntax member, IEnumerable<TextChange> changes) => Tidy(Changed(
        [new(TextSpan.FromBounds(0, member.FullSpan.Start), ""), .. changes, new(TextSpan.FromBounds(member.FullSpan.End, _text.Length), "")], member.FullSpan));

    private string Changed(IEnumerable<TextChange> changes, TextSpan? within = null)
    {
        var given = changes.OrderBy(change => change.Span.Start).ToList();
        var renames = _root.DescendantTokens()
            .Where(token => _renamed.ContainsKey(token.ValueText) && DeclaredNames.IsOwnName(token) && (within is null || within.Value.Contains(token.Span)))
            .Where(token => !given.Exists(change => change.Span.Contains(token.Span)))
            .Select(token => new TextChange(token.Span, _renamed[token.ValueText]));
        return _text.WithChanges(given.Concat(renames).OrderBy(change => change.Span.Start)).ToString();
    }

    private static string Tidy(string code) => Blanks().Replace(code, "\n").Trim('\r', '\n', ' ');

    [GeneratedRegex(@"(?<=\n[ \t]*\r?\n)([ \t]*\r?\n)+")]
    private static partial Regex Blanks();

    [GeneratedRegex("""^[ \t]*(#!\S.*|#r[ \t]*".*|#i[ \t]*".*)$""", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
