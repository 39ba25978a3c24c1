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
        Assert.Equal([SiteManifest.Name, "b.html"], Directory.EnumerateFiles(_folder["book"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_of_someone_elses_stays_as_it_is()
    {
        _folder.Write("book/thesis.txt", "years of work");
        var fault = Assert.Throws<BookFolderException>(() => SiteFolder.Write(_folder["book"], Files("a.html")));
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

    [Fact]
    public void What_someone_put_beside_a_book_stays_when_it_is_made_again()
    {
        SiteFolder.Write(_folder["book"], Files("a.html", "old/b.html", "mixed/c.html"));
        _folder.Write("book/.git/HEAD", "ref: refs/heads/gh-pages");
        _folder.Write("book/CNAME", "async.example");
        _folder.Write("book/mixed/own.txt", "mine");
        SiteFolder.Write(_folder["book"], Files("a.html"));
        Assert.Equal("ref: refs/heads/gh-pages", File.ReadAllText(_folder["book/.git/HEAD"]));
        Assert.Equal("async.example", File.ReadAllText(_folder["book/CNAME"]));
        Assert.Equal("mine", File.ReadAllText(_folder["book/mixed/own.txt"]));
        Assert.False(Directory.Exists(_folder["book/old"]));
        Assert.False(File.Exists(_folder["book/mixed/c.html"]));
    }

    [Fact]
    public void A_file_of_someones_in_the_way_of_a_new_page_is_not_written_over()
    {
        SiteFolder.Write(_folder["book"], Files("a.html"));
        _folder.Write("book/b.html", "mine");
        var fault = Assert.Throws<BookFolderException>(() => SiteFolder.Write(_folder["book"], Files("a.html", "b.html")));
        Assert.Contains("b.html is not of asyncbook's making", fault.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder["book/b.html"]));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_in_a_book_that_leads_elsewhere_is_not_written_through()
    {
        SiteFolder.Write(_folder["book"], Files("assets/a.js"));
        Directory.Move(_folder["book/assets"], _folder["theirs"]);
        Directory.CreateSymbolicLink(_folder["book/assets"], _folder["theirs"]);
        Assert.Throws<BookFolderException>(() => SiteFolder.Write(_folder["book"], Files("assets/b.js")));
        Assert.True(File.Exists(_folder["theirs/a.js"]));
    }

    [Theory]
    [InlineData("asyncbook book writes this folder anew each time.\n")]
    [InlineData("# asyncbook book wrote these files, and replaces and removes no others.\n../thesis.txt\n")]
    [InlineData("# asyncbook book wrote these files, and replaces and removes no others.\n/etc/passwd\n")]
    public void A_list_no_book_wrote_is_not_believed(string list)
    {
        _folder.Write("thesis.txt", "years of work");
        _folder.Write("book/" + SiteManifest.Name, list);
        Assert.Contains("--", Assert.Throws<BookFolderException>(() => SiteFolder.Write(_folder["book"], Files("a.html"))).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["thesis.txt"]));
    }

    [Fact]
    public async Task The_command_refuses_a_folder_of_someone_elses_with_2_and_says_what_to_do()
    {
        _folder.Write("site/thesis.txt", "years of work");
        SmallBook.Write(_folder, "# 题");
        var (exitCode, _, errors) = await AsyncBookInProcess.RunAsync("book", _folder["notebooks"], "--out", _folder["site"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("name another folder with --out, or empty it", errors, StringComparison.Ordinal);
        Assert.Equal([_folder["site/thesis.txt"]], Directory.EnumerateFileSystemEntries(_folder["site"]));
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
