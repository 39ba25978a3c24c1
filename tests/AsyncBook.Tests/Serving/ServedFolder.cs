using System.Diagnostics;
using System.Net;
using AsyncBook.Tests.Exercises;

namespace AsyncBook.Tests.Serving;

/// <summary>`asyncbook serve` over a small repository of its own, as a user starts it, with a browser that has opened the first address.</summary>
public sealed class ServedFolder : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);
    private Process? _process;

    internal ExerciseFolder Folder { get; } = new();

    /// <summary>What was printed first.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public Uri Root => new(Address, "/");

    public int ProcessId => _process!.Id;

    /// <summary>The cookie as a request has it.</summary>
    public string Cookie { get; private set; } = "";

    public static string Notebook => "9.1.ipynb";

    public async ValueTask InitializeAsync() => await StartAsync("serve", "--no-browser", "--port", $"{AsyncBook.Services.LoopbackPort.Free()}");

    internal Task StartAsync(params string[] arguments) => StartAsync([], arguments);

    internal async Task StartAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        _process = Folder.Start(environment, arguments);
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(_patience);
        Address = new Uri(line ?? throw new InvalidOperationException($"asyncbook {string.Join(' ', arguments)} printed nothing"));
        using var answer = await GetAsync(Address.PathAndQuery, cookie: null);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0];
    }

    /// <summary>A request as a browser makes it, or as somebody else would.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => GetAsync(path, Cookie);

    public async Task<HttpResponseMessage> GetAsync(string path, string? cookie, string? host = null, HttpMethod? method = null, string? accept = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(Root, path));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        request.Headers.Host = host;
        return await client.SendAsync(request);
    }

    internal Task<LivePage> OpenAsync(string? page = null) => LivePage.OpenAsync(this, Notebook, page);

    /// <summary>Ends the server as Ctrl+C does.</summary>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{ProcessId}"]);
        await kill.WaitForExitAsync();
        await _process!.WaitForExitAsync().WaitAsync(_patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Folder.Dispose();
    }
}
