#nullable enable
using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

/// <summary>
/// A Redis server that a lesson may stop and start without disturbing others: a redis-server of its own where the PATH
/// has one, else the way to the workshop's server, which is cut and mended.
/// </summary>
public sealed class PrivateRedis : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    // The shell is the server's guard: when our end of its input closes, be it that our process died, it kills the server.
    private const string Guard = "exec >/dev/null 2>&1; redis-server \"$@\" </dev/null & read _; kill -9 $!; wait";

    private readonly SlowLink? _link;
    private Process? _guard;

    private PrivateRedis(Service service, SlowLink? link) => (Service, _link) = (service, link);

    /// <summary>Where it is; the same before and after a stop.</summary>
    public Service Service { get; }

    /// <summary>Starts it.</summary>
    /// <exception cref="ServiceUnavailableException">The server did not answer within ten seconds.</exception>
    public static async Task<PrivateRedis> StartAsync()
    {
        var link = OnPath() ? null : SlowLink.To(Services.Redis1, TimeSpan.Zero);
        var redis = new PrivateRedis(
            link?.Near ?? new("redis", "-", new($"redis://:{Guid.NewGuid():N}@127.0.0.1:{FreePort()}")), link);
        try
        {
            if (link is null)
                redis.Launch();
            await redis.AnswersAsync();
            return redis;
        }
        catch
        {
            await redis.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills it, as a crash does; what it held is gone unless it was the workshop's.</summary>
    public async Task StopAsync()
    {
        if (_link is not null)
            await _link.CutAsync();
        if (_guard is not { } guard)
            return;
        guard.StandardInput.Close();
        using var limit = new CancellationTokenSource(_patience);
        try { await guard.WaitForExitAsync(limit.Token); }
        finally
        {
            _guard = null;
            guard.Kill(entireProcessTree: true);
            guard.Dispose();
        }
    }

    /// <summary>Starts it again, at the same address and with the same password.</summary>
    /// <exception cref="ServiceUnavailableException">The server did not answer within ten seconds.</exception>
    public async Task RestartAsync()
    {
        if (_link is null)
            Launch();
        else
            _link.Mend();
        await AnswersAsync();
    }

    /// <summary>Stops it for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _guard?.Dispose();
    }

    private static bool OnPath() => !OperatingSystem.IsWindows()
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "redis-server")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // In memory only: it leaves no file behind.
    private void Launch() => _guard = Process.Start(new ProcessStartInfo("/bin/sh")
    {
        ArgumentList =
        {
            "-c", Guard, "sh", "--bind", "127.0.0.1", "--port", $"{Service.Port}", "--requirepass", Service.Password,
            "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath(),
        },
        RedirectStandardInput = true,
    });

    private async Task AnswersAsync()
    {
        using var limit = new CancellationTokenSource(_patience);
        while (true)
        {
            try
            {
                await Service.ProbeAsync(limit.Token);
                return;
            }
            catch (Exception e) when (e is IOException or SocketException && !limit.IsCancellationRequested)
            {
                await Task.Delay(20);
            }
            catch (OperationCanceledException)
            {
                throw new ServiceUnavailableException($"redis-server 启动不了：127.0.0.1:{Service.Port} 等了 {_patience.TotalSeconds:0} 秒没有应答");
            }
        }
    }
}
