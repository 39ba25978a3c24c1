using System.Xml.Linq;

namespace AsyncBook.Lib.Tests;

public sealed class PictureServerTests : IDisposable
{
    private const int Generous = 20_000;
    private readonly string _folder = Directory.CreateTempSubdirectory("asyncbook-").FullName;

    public PictureServerTests() => File.WriteAllBytes(Path.Combine(_folder, "a.jpg"), [1, 2, 13, 10, 13, 10, 3]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = Generous)]
    public async Task The_old_client_and_HttpClient_get_the_same_bytes()
    {
        await using var server = new PictureServer(_folder, TimeSpan.Zero);
        var url = new Uri(server.Address, "a.jpg");
        using var http = new HttpClient();

        Assert.Equal([1, 2, 13, 10, 13, 10, 3], await Task.Run(() => OldClient.Get(url), TestContext.Current.CancellationToken));
        Assert.Equal([1, 2, 13, 10, 13, 10, 3], await http.GetByteArrayAsync(url, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = Generous)]
    public async Task What_is_not_there_fails_for_both()
    {
        await using var server = new PictureServer(_folder, TimeSpan.Zero);
        var url = new Uri(server.Address, "b.jpg");
        using var http = new HttpClient();

        var error = await Assert.ThrowsAsync<IOException>(() => Task.Run(() => OldClient.Get(url)));
        Assert.Contains("b.jpg", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetByteArrayAsync(url, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = Generous)]
    public async Task A_server_that_is_closed_does_not_wait_for_who_is_still_waiting()
    {
        var server = new PictureServer(_folder, TimeSpan.FromHours(1));
        using var http = new HttpClient();
        var asking = http.GetByteArrayAsync(new Uri(server.Address, "a.jpg"), TestContext.Current.CancellationToken);
        await server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => asking);
    }

    [Fact]
    public void A_gallery_shows_each_file_under_its_name()
    {
        var svg = XDocument.Parse(Gallery.ToSvg("a < b", "two", [Path.Combine(_folder, "a.jpg"), Path.Combine(_folder, "a.jpg")]));

        Assert.Equal("a < b", svg.Root!.Elements().Single(element => element.Name.LocalName == "title").Value);
        Assert.Equal(2, svg.Descendants().Count(element => element.Name.LocalName == "image"));
        Assert.Equal(["a.jpg", "a.jpg"], svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
    }
}
