using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>What C# a cell may hold.</summary>
internal static class CodeRules
{
    private const int MostLines = 40;

    public static IEnumerable<string> Faults(DialectCell cell)
    {
        var code = DirectiveRules.WithoutDirectives(cell);
        // A script takes a top-level using declaration for a using directive; a program shows it for what it is.
        var named = ProgramFaults(Parse(code, SourceCodeKind.Regular)).ToList();
        var unnamed = named.Count > 0 ? [] : SyntaxErrors(code);
        return [.. named, .. unnamed, .. LengthFault(cell)];
    }

    public static CompilationUnitSyntax Parse(string code, SourceCodeKind kind) => CSharpSyntaxTree
        .ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp14, kind: kind))
        .GetCompilationUnitRoot();

    public static IEnumerable<string> Extensions(SyntaxNode root)
    {
        var methods = root.DescendantNodes().OfType<ParameterSyntax>()
            .Where(parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword))
            .Select(parameter => $"line {Line(parameter)}: an extension method");
        var blocks = root.DescendantNodes().OfType<ExtensionBlockDeclarationSyntax>()
            .Select(block => $"line {Line(block)}: an extension block");
        return methods.Concat(blocks);
    }

    public static IEnumerable<string> Namespaces(SyntaxNode root) =>
        root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .Select(declaration => $"line {Line(declaration)}: a namespace");

    public static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static IEnumerable<string> ProgramFaults(CompilationUnitSyntax root) =>
        [.. Namespaces(root), .. Extensions(root), .. TopLevelFaults(root), .. AsyncVoid.Faults(root)];

    private static IEnumerable<string> TopLevelFaults(CompilationUnitSyntax root)
    {
        var declarations = root.Members.OfType<GlobalStatementSyntax>()
            .Select(member => member.Statement).OfType<LocalDeclarationStatementSyntax>();
        foreach (var declaration in declarations)
        {
            if (declaration.UsingKeyword != default)
            {
                yield return $"line {Line(declaration)}: a using declaration at top level, not in a block";
            }

            if (declaration.Declaration.Type is GenericNameSyntax { Identifier.Text: "Span" or "ReadOnlySpan" })
            {
                yield return $"line {Line(declaration)}: a span at top level, not in a block";
            }
        }
    }

    private static IEnumerable<string> SyntaxErrors(string code) =>
        Parse(code, SourceCodeKind.Script).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => $"does not parse: {diagnostic}");

    private static IEnumerable<string> LengthFault(DialectCell cell) =>
        cell.Lines.Count > MostLines ? [$"has {cell.Lines.Count} lines, more than {MostLines}"] : [];
}
