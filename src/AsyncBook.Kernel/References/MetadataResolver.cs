using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.References;

/// <summary>
/// Finds what <c>#r "…"</c> and the compiler ask for: a file, or an assembly of the shared frameworks by its name.
/// Each is opened once: a new reference object per submission would make the compiler bind it again for every cell.
/// </summary>
internal sealed class MetadataResolver(string baseDirectory) : MetadataReferenceResolver
{
    private static readonly Dictionary<string, string> _frameworks = FrameworkAssemblies();
    private static readonly FrozenSet<string> _own = typeof(MetadataResolver).Assembly.GetExportedTypes().Select(type => type.FullName!).ToFrozenSet(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _opened = new(StringComparer.Ordinal);

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var path = _frameworks.GetValueOrDefault(reference) ?? Path.GetFullPath(reference, baseDirectory);
        return File.Exists(path) ? [Open(path)] : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        if (_frameworks.TryGetValue(referenceIdentity.Name, out var path))
        {
            return Open(path);
        }

        if (definition is not PortableExecutableReference { FilePath: { } file })
        {
            return null;
        }

        var neighbour = Path.Combine(Path.GetDirectoryName(file)!, referenceIdentity.Name + ".dll");
        return File.Exists(neighbour) ? Open(neighbour) : null;
    }

    public PortableExecutableReference Open(string path)
    {
        if (_opened.TryGetValue(path, out var known))
        {
            return known;
        }

        try
        {
            var reference = MappedMetadata.Open(path);
            return _opened.GetOrAdd(path, BringsOurTypes(path, reference) ? reference.WithAliases(["interactive"]) : reference);
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or ArgumentException)
        {
            // It is no assembly: the compiler, given it as it is, says so with the line that names it.
            return MetadataReference.CreateFromFile(path);
        }
    }

    public static bool IsFramework(string path) =>
        _frameworks.TryGetValue(Path.GetFileNameWithoutExtension(path), out var known) && known == path;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    // A package may bring the real Microsoft.DotNet.Interactive: its types of the same names would make both unusable (CS0433),
    // so they stand behind an alias, and display(…) goes on being ours.
    private static bool BringsOurTypes(string path, PortableExecutableReference reference)
    {
        if (IsFramework(path) || path == typeof(MetadataResolver).Assembly.Location)
        {
            return false;
        }

        var metadata = ((AssemblyMetadata)reference.GetMetadata()).GetModules()[0].GetMetadataReader();
        return metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Any(type => _own.Contains($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"));
    }

    private static Dictionary<string, string> FrameworkAssemblies()
    {
        var files = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return files.DistinctBy(Path.GetFileNameWithoutExtension).ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);
    }
}
