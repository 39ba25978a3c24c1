#nullable enable
using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>A web server on this machine that gives the files of one folder, each after a wait.</summary>
public sealed class PictureServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _folder;
    private readonly TimeSpan _wait;
    private readonly Task _serving;

    /// <summary>Serves from now on, on a free port.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="wait">How long each request waits.</param>
    public PictureServer(string folder, TimeSpan wait)
    {
        (_folder, _wait) = (folder, wait);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _serving = ServeAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Takes no more requests, and waits until the last one has been given up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        // Whoever makes a server may be on a loop; the server is not.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (true)
            _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        var stream = connection.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var request = await reader.ReadLineAsync(_stop.Token);
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
        {
        }

        await Task.Delay(_wait, _stop.Token);
        var file = Path.Combine(_folder, Path.GetFileName(request?.Split(' ') is [_, var path, ..] ? path : ""));
        var content = File.Exists(file) ? await File.ReadAllBytesAsync(file, _stop.Token) : [];
        var head = $"HTTP/1.1 {(File.Exists(file) ? "200 OK" : "404 Not Found")}\r\nContent-Type: image/jpeg\r\n" +
            $"Content-Length: {content.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
        await stream.WriteAsync(content, _stop.Token);
    }
}
