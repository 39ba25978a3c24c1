using System.Text.Json.Nodes;
using AsyncBook.Services;
using AsyncBook.Tests.Serving;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Faults;

/// <summary>A notebook by someone who means harm, in the live book: as it is stored, and by what its cells show when they run.</summary>
[Trait("speed", "slow")]
public sealed class HostileServedTests(LiveBrowser browser) : IClassFixture<LiveBrowser>
{
    private const string Stored = "Publishing/Hostile/hostile-book.ipynb";

    // What a cell shows while the page is open goes another way into it than what is stored.
    private static readonly (string Id, string Mime, string Data)[] _shown =
    [
        ("live-script", "text/html", "<script>pwn('live script')</script><SCRIPT SRC=http://127.0.0.1:9/s></SCRIPT><p>shown</p>"),
        ("live-handlers", "text/html", "<img src=data:, onerror=pwn('live onerror')><details open ontoggle=pwn('live toggle')><summary>s</summary></details><input autofocus onfocus=pwn('live focus')><p>shown</p>"),
        ("live-links", "text/html", "<a href='JaVa&#9;ScRiPt:pwn(1)'>a</a><a href='data:text/html,<script>parent.pwn(2)</script>'>b</a><iframe srcdoc='<script>parent.pwn(3)</script>'></iframe><form action='http://127.0.0.1:9/f'><button>go</button></form><p>shown</p>"),
        ("live-css", "text/html", "<style>@import url(http://127.0.0.1:9/css);body{display:none}</style><p style='background:url(http://127.0.0.1:9/p);position:fixed;inset:0'>shown</p><link rel=stylesheet href=http://127.0.0.1:9/l><img src=http://127.0.0.1:9/i srcset='http://127.0.0.1:9/j 2x'><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/m'><base href=http://127.0.0.1:9/>"),
        ("live-svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='pwn(4)'><script>pwn(5)</script><foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:parent.pwn(6)'/></foreignObject><image href='http://127.0.0.1:9/svg'/><style>@import url(http://127.0.0.1:9/svg-css); main{display:none}</style><set attributeName='href' to='javascript:pwn(7)'/><text>shown</text></svg>"),
        ("live-markdown", "text/markdown", "<script>pwn('live markdown')</script> [a](javascript:pwn(8)) ![b](http://127.0.0.1:9/md) shown"),
        ("live-uri", "text/html", "<p>shown</p><img src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"><script>parent.pwn(9)</script></svg>'><object data='data:text/html,<script>parent.pwn(10)</script>'></object>"),
    ];

    [Fact]
    public async Task Nothing_of_it_runs_and_nothing_is_asked_for()
    {
        await using var server = new ServedFolder();
        await WriteAsync(server);
        await server.StartAsync("serve", "--no-browser", "--port", $"{LoopbackPort.Free()}");
        await using var visit = await browser.VisitAsync(server, "1.1-hostile.html", 1280, dark: false);
        await visit.Page.AddInitScriptAsync("window.pwned = []; window.pwn = name => window.pwned.push(String(name));");
        await visit.Page.ReloadAsync();
        await visit.ReadyAsync();
        foreach (var (id, _, _) in _shown)
        {
            await visit.ActAsync(id, "run");
            await visit.StateAsync(id, "done");
        }

        await visit.OutputAsync("live-script", "shown");
        // Five megabytes in one address are left out of the page, which says so; with fifty the kernel ends, and the page goes on with another.
        await visit.ActAsync("live-large", "run");
        await visit.StateAsync("live-large", "done");
        await visit.OutputAsync("live-large", "这个输出太大");
        await visit.ActAsync("live-huge", "run");
        await visit.StateAsync("live-huge", "failed");
        await visit.OutputAsync("live-huge", "这个输出太大");
        await visit.ReadyAsync();
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        await visit.Page.EvaluateAsync("[...document.querySelectorAll('main a')].filter(link => !/^(https?:|#|[\\w./-]+$)/.test(link.getAttribute('href') ?? '#')).forEach(link => link.click())");
        await visit.Page.Locator("body").PressAsync("s");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.WaitForTimeoutAsync(500);

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("window.pwned"));
        Assert.Equal(0, await visit.Page.Locator("main [data-out] :is(script, iframe, object, embed, form, base, meta, link, foreignObject, set, animate)").CountAsync());
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main *')].flatMap(element => [...element.attributes]).filter(attribute => /^on|srcdoc|srcset|formaction/i.test(attribute.name) || /^\\s*(java\\s*script|vbscript|data:text)/i.test(attribute.value)).map(attribute => attribute.name + '=' + attribute.value)"));
        await Assertions.Expect(visit.Page.Locator("main")).ToBeVisibleAsync();
        Assert.EndsWith("/1.1-hostile.html", new Uri(visit.Page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Single(visit.Page.Context.Pages, page => page.Url != "about:blank");
        // The visit's end sees to it that no request went elsewhere, and that none was even tried and refused.
    }

    private static async Task WriteAsync(ServedFolder server)
    {
        var hostile = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Tests, "AsyncBook.Tests", Stored)))!.AsObject();
        var cells = hostile["cells"]!.AsArray();
        foreach (var (id, mime, data) in _shown)
        {
            cells.Add(SampleNotebook.Code(id, $"// {id}\n{Literal(data)}.DisplayAs(\"{mime}\");"));
        }

        foreach (var (id, length) in new[] { ("live-large", "5_000_000"), ("live-huge", "50_000_000") })
        {
            cells.Add(SampleNotebook.Code(id, $"// {id}\n(\"<img src='data:image/png;base64,\" + new string('A', {length}) + \"'>\").DisplayAs(\"text/html\");"));
        }

        var whole = SampleNotebook.Of([.. cells.Select(cell => cell!.DeepClone().AsObject())]);
        await File.WriteAllTextAsync(server.Folder["notebooks/1.1-hostile.ipynb"], AsyncBook.Notebooks.NotebookWriter.Write(whole) + "\n");
    }

    private static string Literal(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
