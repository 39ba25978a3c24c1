namespace AsyncBook.Content.Tests.Notebooks;

public sealed class DialectTests
{
    public static IEnumerable<TheoryDataRow<string>> Notebooks => Files("*.ipynb", Repository.Notebooks, SearchOption.AllDirectories);

    public static IEnumerable<TheoryDataRow<string>> Libraries =>
        Files("*.cs", Path.Combine(Repository.Notebooks, "lib"));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_keeps_to_the_dialect(string name) =>
        Assert.Empty(Dialect.Faults(Path.Combine(Repository.Notebooks, name)));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void An_imported_file_holds_types_only(string name) =>
        Assert.Empty(LibraryRules.Faults(File.ReadAllText(Path.Combine(Repository.Notebooks, "lib", name))));

    private static IEnumerable<TheoryDataRow<string>> Files(
        string pattern, string folder, SearchOption depth = SearchOption.TopDirectoryOnly) => Directory
        .EnumerateFiles(folder, pattern, depth)
        .Order(StringComparer.Ordinal)
        .Select(path => new TheoryDataRow<string>(Path.GetRelativePath(folder, path)));
}
