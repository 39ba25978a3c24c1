using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

public sealed class SiteFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_book_replaces_the_one_before_and_leaves_nothing_beside_it()
    {
        SiteFolder.Write(_folder["book"], Files("a.html"));
        SiteFolder.Write(_folder["book"], Files("b.html"));
        Assert.Equal([SiteFolder.Marker, "b.html"], Directory.EnumerateFiles(_folder["book"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_of_someone_elses_stays_as_it_is()
    {
        _folder.Write("book/thesis.txt", "years of work");
        var fault = Assert.Throws<BookException>(() => SiteFolder.Write(_folder["book"], Files("a.html")));
        Assert.Contains("--out", fault.Message, StringComparison.Ordinal);
        Assert.Equal("years of work", File.ReadAllText(_folder["book/thesis.txt"]));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void An_empty_folder_will_do()
    {
        Directory.CreateDirectory(_folder["book"]);
        SiteFolder.Write(_folder["book"], Files("a.html"));
        Assert.True(File.Exists(_folder["book/a.html"]));
    }

    [Fact]
    public void When_a_file_cannot_be_written_the_old_book_stays_and_nothing_is_left_over()
    {
        SiteFolder.Write(_folder["book"], Files("a.html"));
        // One address is a file and a folder at once.
        Assert.ThrowsAny<IOException>(() => SiteFolder.Write(_folder["book"], Files("b", "b/c")));
        Assert.True(File.Exists(_folder["book/a.html"]));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private static SiteFiles Files(params string[] addresses)
    {
        var files = new SiteFiles();
        foreach (var address in addresses)
        {
            files.Add(address, "text");
        }

        return files;
    }
}
