namespace AsyncBook.TestSupport;

/// <summary>Where things are in the repository these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Notebooks { get; } = Path.Combine(Root, "notebooks");

    public static string Original { get; } = Path.Combine(Root, "data", "original");

    public static string Exercises { get; } = Path.Combine(Root, "data", "exercises");

    public static string Tests { get; } = Path.Combine(Root, "tests");

    private static string FindRoot(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "AsyncBook.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("No AsyncBook.slnx above the tests.");
    }
}
