using System.Diagnostics;
using System.Text.Json.Nodes;
using AsyncBook.Services;

namespace AsyncBook.Bench;

/// <summary><c>asyncbook serve</c> over a folder with one small notebook, and its page.</summary>
internal sealed class LiveBookServer(Process process, PageSocket page) : IPageServer
{
    private const string Notebook =
        """
        {"cells": [{"cell_type": "markdown", "id": "title", "metadata": {}, "source": ["# 1"]}],
         "metadata": {"kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"}, "language_info": {"name": "C#"}},
         "nbformat": 4, "nbformat_minor": 5}
        """;

    private int _cells;
    private int _questions;

    public int ProcessId => process.Id;

    public static async Task<IPageServer> StartAsync(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "notebooks"));
        await File.WriteAllTextAsync(Path.Combine(folder, "notebooks", "1.ipynb"), Notebook);
        // As it is built: its own folder has the kernel beside it.
        var here = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var tool = Path.GetFullPath(Path.Combine(here, "..", "..", "AsyncBook", Path.GetFileName(here), "asyncbook.dll"));
        var process = Process.Start(new ProcessStartInfo("dotnet", [tool, "serve", "--no-browser", "--port", $"{LoopbackPort.Free()}"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var address = new Uri((await process.StandardOutput.ReadLineAsync())!);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        using var answer = await client.GetAsync(address);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/1.html")) { Headers = { { "Cookie", cookie } } };
        using var html = await client.SendAsync(request);
        html.EnsureSuccessStatusCode();
        var page = await PageSocket.OpenAsync(
            new Uri($"ws://{address.Authority}/live?notebook=1.ipynb"), ("Cookie", cookie), ("Origin", address.GetLeftPart(UriPartial.Authority)));
        await page.UntilAsync(message => (string?)message["type"] == "kernel" && (string?)message["state"] == "ready");
        return new LiveBookServer(process, page);
    }

    public async Task<TimeSpan> RunAsync(string code)
    {
        var id = $"c{++_cells}";
        var clock = Stopwatch.StartNew();
        await page.SendAsync(new JsonObject { ["type"] = "run", ["cells"] = new JsonArray(new JsonObject { ["id"] = id, ["source"] = code }) });
        await page.UntilAsync(message => (string?)message["type"] == "output" && (string?)message["id"] == id);
        var time = clock.Elapsed;
        await page.UntilAsync(message => (string?)message["type"] == "kernel" && (string?)message["state"] == "ready");
        return time;
    }

    /// <summary>Asks as an editor does, at the end of a line.</summary>
    /// <returns>The time until the answer was there; it must hold something.</returns>
    public async Task<TimeSpan> AskAsync(string kind, string code)
    {
        var request = ++_questions;
        var clock = Stopwatch.StartNew();
        await page.SendAsync(new JsonObject { ["type"] = kind, ["request"] = request, ["source"] = code, ["line"] = 0, ["column"] = code.Length });
        var answer = await page.UntilAsync(message => (string?)message["type"] == "answer" && (int?)message["request"] == request);
        var time = clock.Elapsed;
        return new[] { "items", "signatures", "marks" }.Any(part => answer[part] is JsonArray { Count: > 0 })
            ? time
            : throw new InvalidOperationException($"{kind}: the answer is empty");
    }

    public async ValueTask DisposeAsync()
    {
        page.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
