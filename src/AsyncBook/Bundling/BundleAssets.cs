namespace AsyncBook.Bundling;

/// <summary>What stands beside the packages: the scripts that set everything up from there, and a page that says how.</summary>
internal static class BundleAssets
{
    public static IReadOnlyList<string> Names { get; } = ["README.txt", "setup.sh", "setup.ps1"];

    public static byte[] Read(string name)
    {
        using var stream = typeof(BundleAssets).Assembly.GetManifestResourceStream("bundle." + name)
            ?? throw new InvalidOperationException($"{name} is not built into the program");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
