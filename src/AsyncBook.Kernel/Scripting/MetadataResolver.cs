using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Scripting;

/// <summary>
/// Finds what <c>#r "…"</c> and the compiler ask for: a file, or an assembly of the shared frameworks by its name.
/// Each is opened once: a new reference object per submission would make the compiler bind it again for every cell.
/// </summary>
internal sealed class MetadataResolver(string baseDirectory) : MetadataReferenceResolver
{
    private static readonly Dictionary<string, string> _frameworks = FrameworkAssemblies();
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

    public PortableExecutableReference Open(string path) => _opened.GetOrAdd(path, MappedMetadata.Open);

    public static bool IsFramework(string path) =>
        _frameworks.TryGetValue(Path.GetFileNameWithoutExtension(path), out var known) && known == path;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static Dictionary<string, string> FrameworkAssemblies()
    {
        var files = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return files.DistinctBy(Path.GetFileNameWithoutExtension).ToDictionary(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);
    }
}
