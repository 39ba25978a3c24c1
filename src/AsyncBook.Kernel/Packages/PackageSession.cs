using AsyncBook.Kernel.Scripting;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Packages;

/// <summary>All packages of one kernel, as one project: what a later cell asks for must go with what is loaded.</summary>
internal sealed class PackageSession(string workingDirectory, MetadataResolver resolver)
{
    private readonly PackageRestorer _restorer = new(workingDirectory);
    private readonly PackageAssemblies _assemblies = new();
    private readonly Dictionary<string, PackageReference> _asked = new(StringComparer.OrdinalIgnoreCase);
    private RestoredPackages? _restored;

    /// <summary>Adds packages, and gives the compiler's references as they are from now on.</summary>
    public async Task<IReadOnlyList<MetadataReference>> AddAsync(
        IReadOnlyList<PackageReference> packages, IReadOnlyList<MetadataReference> references, CancellationToken cancellationToken)
    {
        var union = Union(packages);
        if (union.Count == _asked.Count)
        {
            return references;
        }

        var restored = await _restorer.RestoreAsync([.. union.Values], cancellationToken);
        RefuseOtherVersions(restored);
        _restored = restored;
        foreach (var (id, package) in union)
        {
            _asked[id] = package;
        }

        _assemblies.Add(restored);
        return [.. references.Union(restored.Compile.Select(resolver.Open))];
    }

    /// <summary>What the compiler took from a file of its own, <c>#r "path.dll"</c>, the process must find as well.</summary>
    public void MakeLoadable(IEnumerable<MetadataReference> references)
    {
        foreach (var path in references.OfType<PortableExecutableReference>().Select(reference => reference.FilePath))
        {
            if (path is not null && !MetadataResolver.IsFramework(path))
            {
                _assemblies.AddWithNeighbours(path);
            }
        }
    }

    private Dictionary<string, PackageReference> Union(IReadOnlyList<PackageReference> packages)
    {
        var union = new Dictionary<string, PackageReference>(_asked, StringComparer.OrdinalIgnoreCase);
        foreach (var package in packages)
        {
            if (!union.TryAdd(package.Id, package) && union[package.Id].Version != package.Version)
            {
                throw new PackageException($"{package.Id}, {package.Version} cannot be added: version {union[package.Id].Version} is already in use. Restart the kernel.");
            }
        }

        return union;
    }

    private void RefuseOtherVersions(RestoredPackages restored)
    {
        foreach (var (id, version) in _restored?.Versions ?? new Dictionary<string, string>())
        {
            if (restored.Versions.TryGetValue(id, out var wanted) && wanted != version)
            {
                throw new PackageException($"{id} {wanted} is needed now, but {version} is already loaded. Restart the kernel, and put all #r \"nuget:\" lines into the first cell.");
            }
        }
    }
}
