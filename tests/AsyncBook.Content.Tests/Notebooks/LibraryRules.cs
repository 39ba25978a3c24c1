using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>A file that notebooks import holds types only: a cell can hold no namespace, no extensions.</summary>
internal static class LibraryRules
{
    public static IReadOnlyList<string> Faults(string code)
    {
        var root = CodeRules.Parse(code, SourceCodeKind.Regular);
        var statements = root.Members
            .Where(member => member is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax))
            .Where(member => member is not BaseNamespaceDeclarationSyntax)
            .Select(member => $"line {CodeRules.Line(member)}: not a type");
        return [.. CodeRules.Namespaces(root), .. CodeRules.Extensions(root), .. AsyncVoid.Faults(root), .. statements];
    }
}
