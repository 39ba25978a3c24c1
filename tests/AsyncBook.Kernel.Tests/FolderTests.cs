using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Kernel.Tests;

/// <summary>The kernel's folders are floors: the compiler itself says which folder uses the types of which.</summary>
public sealed class FolderTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
    private static readonly string _source = Path.Combine(Repository.Root, "src", "AsyncBook.Kernel");
    private static readonly ILookup<string, Use> _uses = Uses().ToLookup(use => use.From);

    [Fact]
    public void No_folder_uses_one_that_uses_it()
    {
        var circles = _uses.SelectMany(folder => folder).Where(use => use.To != use.From && Reaches(use.To, use.From, []));
        Assert.Equal([], circles.Select(use => $"{use.From} uses {use.Type} of {use.To}, in {use.File}"));
    }

    [Fact]
    public void What_uses_what_is_seen()
    {
        Assert.Contains(_uses["Scripting"], use => use is { To: "Packages", Type: "PackageSession" });
        Assert.Contains(_uses["Display"], use => use is { To: "Cells", Type: "CellRun" });
        Assert.Contains(_uses[""], use => use is { To: "Scripting", Type: "CSharpSession" });
    }

    private static bool Reaches(string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && _uses[from].Any(use => Reaches(use.To, to, seen)));

    private static IEnumerable<Use> Uses()
    {
        var trees = Directory.EnumerateFiles(_source, "*.cs", SearchOption.AllDirectories)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetRelativePath(_source, file)))
            .Append(CSharpSyntaxTree.ParseText(Usings))
            .ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) != "AsyncBook.Kernel.dll")
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("folders", trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true));
        return trees.SelectMany(tree => UsesOf(tree, compilation.GetSemanticModel(tree))).Where(use => use.From != use.To).Distinct();
    }

    private static IEnumerable<Use> UsesOf(SyntaxTree tree, SemanticModel model) =>
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name).Symbol
        let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
        where type is { DeclaringSyntaxReferences.Length: > 0 }
        select new Use(FolderOf(tree.FilePath), FolderOf(type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath), type.Name, tree.FilePath);

    private static string FolderOf(string file) => Path.GetDirectoryName(file) ?? "";

    private sealed record Use(string From, string To, string Type, string File);
}
