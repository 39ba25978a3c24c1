using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace AsyncBook.Kernel.Packages;

/// <summary>Makes restored assemblies and native libraries loadable, each once, for cells and for each other.</summary>
internal sealed class PackageAssemblies
{
    private readonly Dictionary<string, string> _managed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _native = new(StringComparer.OrdinalIgnoreCase);

    public PackageAssemblies()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Find(name.Name ?? "") is { } path ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) =>
            Candidates(name).FirstOrDefault(_native.ContainsKey) is { } found ? NativeLibrary.Load(_native[found]) : 0;
    }

    /// <summary>Adds what a restore found: the assemblies to load, which need not be those the compiler read.</summary>
    public void Add(RestoredPackages packages)
    {
        foreach (var file in packages.Runtime)
        {
            Add(file);
        }

        foreach (var file in packages.Native)
        {
            _native.TryAdd(Path.GetFileName(file), file);
        }
    }

    /// <summary>Adds an assembly that a cell named by its path, with what lies beside it.</summary>
    public void AddWithNeighbours(string assembly)
    {
        Add(assembly);
        _folders.Add(Path.GetDirectoryName(assembly)!);
    }

    private void Add(string assembly) => _managed.TryAdd(Path.GetFileNameWithoutExtension(assembly), assembly);

    private string? Find(string name) => _managed.TryGetValue(name, out var known)
        ? known
        : _folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);

    private static IEnumerable<string> Candidates(string name) =>
        [name, $"lib{name}.so", $"{name}.so", $"lib{name}.dylib", $"{name}.dylib", $"{name}.dll"];
}
