using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace AsyncBook.Tests.Serving;

/// <summary>Who may come in, and what can be reached: each refusal with its status.</summary>
[Trait("speed", "slow")]
public sealed class GateTests(ServedFolder server) : IClassFixture<ServedFolder>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_address_becomes_a_cookie_that_no_script_and_no_other_site_gets()
    {
        Assert.Equal("127.0.0.1", server.Address.Host);
        using var answer = await server.GetAsync(server.Address.PathAndQuery, cookie: null);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/index.html", answer.Headers.Location?.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await server.GetAsync("/index.html");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/")]
    [InlineData("/9.1.html")]
    [InlineData("/progress.json")]
    [InlineData("/assets/book.js")]
    [InlineData("/live?notebook=9.1.ipynb")]
    public async Task Without_the_cookie_nothing_is_shown(string path)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(path, cookie: null));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(path, cookie: server.Cookie.Split('=')[0] + "=" + new string('0', 64)));
    }

    [Fact]
    public async Task A_wrong_token_is_refused_even_beside_the_right_cookie() =>
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/index.html?token=" + new string('0', 64), server.Cookie));

    [Fact]
    public async Task A_token_leads_nowhere_but_into_the_book() =>
        Assert.Contains("\r\nLocation: /evil.example/\r\n", await AskRawAsync($"//evil.example/{server.Address.Query}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.")]
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.2")]
    public async Task A_name_that_was_bent_to_this_address_is_refused(string host) =>
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync("/index.html", server.Cookie, $"{host}:{server.Root.Port}"));

    [Fact]
    public async Task Another_port_in_the_name_is_refused() =>
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await StatusAsync("/index.html", server.Cookie, $"127.0.0.1:{server.Root.Port % 60000 + 1}"));

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("[::1]")]
    public async Task The_names_of_this_machine_are_let_in(string host) =>
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/index.html", server.Cookie, $"{host}:{server.Root.Port}"));

    [Theory]
    [InlineData("/9.2.html")]
    [InlineData("/more/deep/9.html")]
    [InlineData("/404.html")]
    [InlineData("/print.html")]
    public async Task A_browser_that_asks_for_a_page_that_is_not_there_gets_one_that_leads_back_and_404(string path)
    {
        using var answer = await server.GetAsync(path, server.Cookie, accept: "text/html,application/xhtml+xml,*/*;q=0.8");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("href=\"/index.html\"", page, StringComparison.Ordinal);
        Assert.Contains("src=\"/assets/lost.js\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"assets/", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/assets/lost.js", server.Cookie));
    }

    [Fact]
    public async Task What_asks_for_no_page_is_told_in_a_line()
    {
        using var answer = await server.GetAsync("/assets/nothing.js", server.Cookie, accept: "*/*");
        Assert.Equal((HttpStatusCode.NotFound, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Pages_can_only_be_read(string method)
    {
        using var answer = await server.GetAsync("/index.html", server.Cookie, method: new HttpMethod(method));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://127.0.0.1")]
    [InlineData(null)]
    public async Task A_socket_from_another_origin_is_refused(string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", server.Cookie);
        socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(LivePage.AddressOf(server, ServedFolder.Notebook), Token));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Theory]
    [InlineData("/index.html", "http://evil.example")]
    [InlineData("/progress.json", "null")]
    [InlineData("/assets/book.js", "http://127.0.0.1:1")]
    public async Task A_request_from_another_origin_is_refused(string path, string origin) =>
        Assert.StartsWith("HTTP/1.1 403 ", await AskRawAsync(path, more: $"Origin: {origin}\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task A_token_from_another_origin_is_refused() =>
        Assert.StartsWith("HTTP/1.1 403 ", await AskRawAsync(server.Address.PathAndQuery, more: "Origin: null\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task A_request_of_the_books_own_origin_is_let_in() =>
        Assert.StartsWith("HTTP/1.1 200 ", await AskRawAsync("/progress.json", more: $"Origin: {server.Root.GetLeftPart(UriPartial.Authority)}\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("nowhere.ipynb")]
    [InlineData("../notebooks/9.1.ipynb")]
    [InlineData("")]
    public async Task A_socket_for_no_notebook_of_the_book_is_refused(string notebook)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", server.Cookie);
        socket.Options.SetRequestHeader("Origin", server.Root.GetLeftPart(UriPartial.Authority));
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(LivePage.AddressOf(server, notebook), Token));
        Assert.Equal(HttpStatusCode.NotFound, socket.HttpStatusCode);
    }

    [Fact]
    public async Task The_sockets_address_is_no_page() => Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("/live?notebook=9.1.ipynb", server.Cookie));

    [Theory]
    [InlineData("/../../../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/files/../../../../../../etc/passwd")]
    [InlineData("/files/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd")]
    [InlineData("/..%5c..%5cetc/passwd")]
    [InlineData("/.git/config")]
    [InlineData("/files/.git/config.html")]
    [InlineData("/assets/../9.1.ipynb")]
    [InlineData("/assets/page.html")]
    [InlineData("/9.1.ipynb")]
    [InlineData("/data/exercises/9.1-a/stub.cs")]
    [InlineData("/files/data/exercises/9.1-a/stub.cs.html")]
    [InlineData("//etc/passwd")]
    [InlineData("/assets/")]
    [InlineData("/assets/steps/")]
    [InlineData("/files/")]
    [InlineData("/files//etc/passwd")]
    public async Task Nothing_of_the_machine_can_be_reached(string path) => Assert.StartsWith("HTTP/1.1 404 ", await AskRawAsync(path), StringComparison.Ordinal);

    [Fact]
    public async Task A_path_with_a_nul_in_it_is_no_request() => Assert.StartsWith("HTTP/1.1 400 ", await AskRawAsync("/index.html%00"), StringComparison.Ordinal);

    [Fact]
    public async Task A_request_without_a_name_is_no_request() => Assert.StartsWith("HTTP/1.1 400 ", await AskRawAsync("/index.html", host: null), StringComparison.Ordinal);

    [Fact]
    public async Task Pages_and_refusals_carry_the_policy()
    {
        foreach (var cookie in new[] { server.Cookie, null })
        {
            using var answer = await server.GetAsync("/9.1.html", cookie);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        }
    }

    [Fact]
    public async Task It_listens_on_loopback_alone()
    {
        var own = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, Token)).Where(address => !IPAddress.IsLoopback(address));
        foreach (var address in own.Append(IPAddress.Parse("127.0.0.2")))
        {
            using var client = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(async () => await client.ConnectAsync(address, server.Root.Port, Token));
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string? cookie, string? host = null)
    {
        using var answer = await server.GetAsync(path, cookie, host);
        return answer.StatusCode;
    }

    // A client that leaves the path as it is.
    private async Task<string> AskRawAsync(string path, string? host = "127.0.0.1", string more = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Root.Port, Token);
        await using var stream = client.GetStream();
        var name = host is null ? "" : $"Host: {host}:{server.Root.Port}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{name}Cookie: {server.Cookie}\r\n{more}Connection: close\r\n\r\n"), Token);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Token);
    }
}
