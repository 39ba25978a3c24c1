using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.TestSupport;

/// <summary>Which folder of a project uses the types of which: the compiler itself says it.</summary>
internal sealed class FolderUses
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";
    private readonly ILookup<string, Use> _uses;

    /// <param name="project">The project's name, as its folder below src has it.</param>
    /// <param name="assembly">What it is built as: its types are read from the source, not from there.</param>
    public FolderUses(string project, string assembly)
    {
        var source = Path.Combine(Repository.Root, "src", project);
        var trees = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetRelativePath(source, file)))
            .Append(CSharpSyntaxTree.ParseText(Usings))
            .ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) != assembly)
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("folders", trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true));
        All = [.. trees.SelectMany(tree => UsesOf(tree, compilation.GetSemanticModel(tree))).Where(use => use.From != use.To).Distinct()];
        _uses = All.ToLookup(use => use.From);
    }

    /// <summary>Every use of another folder's type.</summary>
    public IReadOnlyList<Use> All { get; }

    public IEnumerable<Use> this[string folder] => _uses[folder];

    /// <summary>The uses that close a circle.</summary>
    public IEnumerable<Use> Circles => All.Where(use => Reaches(use.To, use.From, []));

    private bool Reaches(string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && _uses[from].Any(use => Reaches(use.To, to, seen)));

    private static IEnumerable<Use> UsesOf(SyntaxTree tree, SemanticModel model) =>
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name).Symbol
        let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
        where type is { DeclaringSyntaxReferences.Length: > 0 }
        select new Use(FolderOf(tree.FilePath), FolderOf(type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath), type.Name, tree.FilePath);

    private static string FolderOf(string file) => (Path.GetDirectoryName(file) ?? "").Replace('\\', '/');

    /// <param name="From">The folder that uses.</param>
    /// <param name="To">The folder that is used.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="File">Where.</param>
    internal sealed record Use(string From, string To, string Type, string File)
    {
        public override string ToString() => $"{File} uses {Type} of {To}";
    }
}
