namespace AsyncBook.Bench;

/// <summary>An empty folder for kernels to work in.</summary>
internal sealed class KernelFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("asyncbook-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
