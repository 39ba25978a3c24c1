namespace AsyncBook.Kernel.Packages;

/// <summary>What a restore found on disk. All paths are absolute.</summary>
/// <param name="Versions">The version of every package, by its id.</param>
/// <param name="Compile">Assemblies the compiler reads.</param>
/// <param name="Runtime">Assemblies the process loads.</param>
/// <param name="Native">Native libraries the process loads.</param>
internal sealed record RestoredPackages(
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyList<string> Compile,
    IReadOnlyList<string> Runtime,
    IReadOnlyList<string> Native)
{
    public bool AllFilesExist => Compile.Concat(Runtime).Concat(Native).All(File.Exists);
}
