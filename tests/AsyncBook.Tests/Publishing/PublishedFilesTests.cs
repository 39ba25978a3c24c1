using System.Diagnostics;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>Which files of a repository a book publishes because a page leads to them.</summary>
public sealed class PublishedFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void In_a_repository_only_what_git_tracks()
    {
        _folder.Write("data/tracked.txt", "for all");
        _folder.Write("data/notes.txt", "for me");
        Git("init", "-q");
        Git("add", "data/tracked.txt");
        Assert.Contains("git does not track it", Fault("../data/notes.txt"), StringComparison.Ordinal);
        Make("../data/tracked.txt");
        Assert.True(File.Exists(_folder["book/files/data/tracked.txt.html"]));
    }

    [Theory]
    [InlineData("../.secret-env", "begins with a dot")]
    [InlineData("../.private/key.txt", "begins with a dot")]
    [InlineData("../link-out", "outside of the repository")]
    [InlineData("../folder-out/secret.txt", "outside of the repository")]
    [InlineData("../link-to-hidden", "begins with a dot")]
    public void No_hidden_file_and_nothing_a_link_leads_out_to(string link, string reason)
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("secret.txt", "secret");
        _folder.Write(".secret-env", "secret");
        _folder.Write(".private/key.txt", "secret");
        File.CreateSymbolicLink(_folder["link-out"], elsewhere["secret.txt"]);
        File.CreateSymbolicLink(_folder["link-to-hidden"], _folder[".secret-env"]);
        Directory.CreateSymbolicLink(_folder["folder-out"], elsewhere.Path);
        var fault = Fault(link);
        Assert.Contains(reason, fault, StringComparison.Ordinal);
        Assert.StartsWith("1.1-event-loop.ipynb, cell text: the link to", fault, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["book"]));
    }

    [Fact]
    public void A_picture_that_is_published_cannot_act_when_it_is_opened_by_itself()
    {
        _folder.Write("data/a.svg", """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><script>x()</script><rect width="9" height="9" onclick="x()"/><use xlink:href="#a"/></svg>""");
        Make("../data/a.svg");
        var svg = File.ReadAllText(_folder["book/files/data/a.svg"]);
        Assert.DoesNotMatch("script|onclick", svg);
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName);
    }

    [Theory]
    [InlineData("1.2-a#b")]
    [InlineData("1.2-a?b")]
    [InlineData("1.2-a%41b")]
    [InlineData("1.2-a<b>'&\"c")]
    [InlineData("1.2-一 二😀")]
    public void A_notebook_may_be_called_what_a_file_may(string name)
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Text("other", "# 另一本\n\n## 里面")), $"notebooks/{name}.ipynb");
        Make($"<{Uri.EscapeDataString(name)}.ipynb#里面>");
        Assert.True(File.Exists(_folder[$"book/{name}.html"]));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(File.ReadAllText(_folder["book/1.1-event-loop.html"]));
        Assert.Equal($"{Uri.EscapeDataString(name)}.html#里面", page.QuerySelector("section.cell a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("http://a%22b/")]
    [InlineData("http://a:b/")]
    public void An_address_that_nobody_can_follow_is_an_error_that_names_its_cell(string link) =>
        Assert.StartsWith($"1.1-event-loop.ipynb, cell text: the link to {link} leads nowhere", Fault(link), StringComparison.Ordinal);

    [Fact]
    public void An_id_of_a_cell_becomes_no_attribute()
    {
        var original = """a"onclick="x()""";
        var page = SmallBook.Make(
            _folder,
            SampleNotebook.Text(original, "> 原文", """{"original": ["1.1p1"]}"""),
            SampleNotebook.Code("port", "1", """{"ports": "1.1p1"}"""));
        var link = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector("#port .note a")!;
        Assert.Equal("#" + original, link.GetAttribute("href"));
        Assert.Null(link.GetAttribute("onclick"));
    }

    [Fact]
    public void What_Python_did_is_looked_for_under_a_name_and_nowhere_else()
    {
        _folder.Write("elsewhere.json", "{}");
        Assert.Contains("id=\"port\"", SmallBook.Make(_folder, SampleNotebook.Code("port", "1", """{"ports": "../../elsewhere"}""")), StringComparison.Ordinal);
    }

    private void Make(string link)
    {
        SmallBook.Write(_folder, $"# 题\n\n[a]({link})");
        Book.Write(new(_folder["notebooks"], _folder["book"], Slides: false));
    }

    private string Fault(string link) => Assert.Single(Assert.Throws<BookException>(() => Make(link)).Faults);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", _folder.Path, .. arguments]))!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
