namespace AsyncBook.Tests.Notebooks;

/// <summary>The notebooks that make_samples.py wrote.</summary>
internal static class Samples
{
    public static IEnumerable<string> Names => Directory
        .EnumerateFiles(Folder, "*.ipynb").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(Repository.Tests, "AsyncBook.Tests", "Notebooks", "Samples");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static string Text(string name) => File.ReadAllText(PathOf(name));
}
