using AsyncBook.Kernel.References;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.Packages;

/// <summary>All packages of one kernel, as one project: what a later cell asks for must go with what is loaded.</summary>
internal sealed class PackageSession(string workingDirectory, MetadataResolver resolver)
{
    private readonly PackageRestorer _restorer = new(workingDirectory);
    private readonly PackageAssemblies _assemblies = new();
    private volatile Dictionary<string, PackageReference> _asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];
    private RestoredPackages? _restored;

    /// <summary>Adds packages, and gives the compiler's references as they are from now on.</summary>
    /// <exception cref="PackageException">They cannot be had, or do not go with what is loaded.</exception>
    public async Task<IReadOnlyList<MetadataReference>> AddAsync(
        IReadOnlyList<PackageReference> packages,
        IReadOnlyList<string> sources,
        IReadOnlyList<MetadataReference> references,
        CancellationToken cancellationToken)
    {
        _sources.AddRange(sources.Select(PackageSource).Except(_sources, StringComparer.Ordinal));
        var union = Union(packages);
        if (union.Count == _asked.Count)
        {
            return references;
        }

        var restored = await _restorer.RestoreAsync([.. union.Values], _sources, cancellationToken);
        RefuseOtherVersions(restored);
        _restored = restored;

        // What is loaded stays: a newer one that the feed gets meanwhile is not for this kernel.
        _asked = union.ToDictionary(
            asked => asked.Key,
            asked => restored.Versions.TryGetValue(asked.Key, out var version) ? asked.Value with { Version = version } : asked.Value,
            StringComparer.OrdinalIgnoreCase);

        _assemblies.Add(restored);
        return [.. references.Union(restored.Compile.Select(resolver.Open))];
    }

    /// <summary>Whether all of these are loaded; may be asked from any thread.</summary>
    public bool Has(IEnumerable<PackageReference> packages)
    {
        var asked = _asked;
        return packages.All(package => asked.ContainsKey(package.Id));
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
            if (_restored?.Versions.GetValueOrDefault(package.Id) is { } used)
            {
                if (!package.Accepts(used))
                {
                    throw new PackageException($"{package} cannot be added: version {used} is already in use. Restart the kernel, and ask for one version of it.");
                }
            }
            else if (!union.TryAdd(package.Id, package))
            {
                union[package.Id] = Both(union[package.Id], package);
            }
        }

        return union;
    }

    // One cell may say the version once and leave it out after; two versions it may not say.
    private static PackageReference Both(PackageReference first, PackageReference second) =>
        first.Version == second.Version || second.Version is null || (first.IsPinned && second.Accepts(first.Version!.Trim('[', ']'))) ? first
        : first.Version is null || (second.IsPinned && first.Accepts(second.Version.Trim('[', ']'))) ? second
        : throw new PackageException($"{first.Id} is asked for twice in one cell, as {first.Version} and as {second.Version}. Ask for one version of it.");

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

    private string PackageSource(string source)
    {
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && !address.IsFile)
        {
            return address.Scheme is "http" or "https" ? source : throw Unknown(source);
        }

        var folder = Path.GetFullPath(address is null ? source : address.LocalPath, workingDirectory);
        return source.Length > 0 && Directory.Exists(folder) ? folder : throw Unknown(source);
    }

    private static PackageException Unknown(string source) =>
        new($"#i \"nuget:{source}\": there is no such folder, and it is no address of a feed; write #i \"nuget: https://…/index.json\"");
}
