#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

/// <summary>A way to a server that delivers everything late and in order, as a distance does; it can be cut and mended.</summary>
public sealed class SlowLink : IAsyncDisposable
{
    private readonly Service _far;
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _carrying = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private CancellationTokenSource _cut = new();
    private long _delayTicks;
    private int _port;

    private SlowLink(Service far, TimeSpan delay) => (_far, Delay) = (far, delay);

    /// <summary>The server as it is reached through this link; the same address before and after a cut.</summary>
    public Service Near =>
        _far with { Address = new($"{_far.Address.Scheme}://{_far.Address.UserInfo}@127.0.0.1:{_port}{_far.Address.AbsolutePath}") };

    /// <summary>How late each direction delivers what comes from now on.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delayTicks));
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks);
    }

    /// <summary>Opens a link to a server.</summary>
    /// <param name="far">The server.</param>
    /// <param name="delay">How late each direction delivers; a round trip takes twice as long.</param>
    public static SlowLink To(Service far, TimeSpan delay)
    {
        var link = new SlowLink(far, delay);
        link.Mend();
        return link;
    }

    /// <summary>Lets connections through, for the first time or again.</summary>
    public void Mend()
    {
        _cut = new();
        _listener = new(IPAddress.Loopback, _port);
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Start(AcceptAsync(_listener, _cut.Token));
    }

    /// <summary>Ends all connections and refuses new ones.</summary>
    public async Task CutAsync()
    {
        await _cut.CancelAsync();
        _listener.Stop();
        Task[] carrying;
        lock (_gate) carrying = [.. _carrying];
        await Task.WhenAll(carrying);
    }

    /// <summary>Cuts it for good.</summary>
    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        _listener.Dispose();
        _cut.Dispose();
    }

    private void Start(Task work)
    {
        lock (_gate)
        {
            _carrying.RemoveWhere(task => task.IsCompletedSuccessfully);
            _carrying.Add(work);
        }
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken cut)
    {
        while (!cut.IsCancellationRequested)
        {
            try { Start(CarryAsync(await listener.AcceptTcpClientAsync(cut), cut)); }
            catch (Exception e) when (IsEnd(e)) { return; }
        }
    }

    private async Task CarryAsync(TcpClient near, CancellationToken cut)
    {
        using var one = near;
        using var far = new TcpClient();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cut);
        try
        {
            near.NoDelay = far.NoDelay = true;
            await far.ConnectAsync(_far.Host, _far.Port, end.Token);
            var there = PumpAsync(near.GetStream(), far.GetStream(), end.Token);
            var back = PumpAsync(far.GetStream(), near.GetStream(), end.Token);
            await Task.WhenAny(there, back);
            // One side has hung up: nobody reads what is still under way.
            await end.CancelAsync();
            await Task.WhenAll(there, back);
        }
        catch (Exception e) when (IsEnd(e)) { }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, CancellationToken end)
    {
        var late = Channel.CreateUnbounded<(byte[] Bytes, long Sent, TimeSpan Delay)>();
        var delivering = DeliverAsync(late.Reader, to, end);
        try
        {
            var buffer = new byte[65536];
            while (await from.ReadAsync(buffer, end) is > 0 and var count)
                late.Writer.TryWrite((buffer[..count], Stopwatch.GetTimestamp(), Delay));
        }
        catch (Exception e) when (IsEnd(e)) { }
        late.Writer.Complete();
        await delivering;
    }

    private static async Task DeliverAsync(ChannelReader<(byte[] Bytes, long Sent, TimeSpan Delay)> late, NetworkStream to, CancellationToken end)
    {
        try
        {
            await foreach (var (bytes, sent, delay) in late.ReadAllAsync(end))
            {
                if (delay - Stopwatch.GetElapsedTime(sent) is var rest && rest > TimeSpan.Zero)
                    await Task.Delay(rest, end);
                await to.WriteAsync(bytes, end);
            }
        }
        catch (Exception e) when (IsEnd(e)) { }
    }

    // A connection ends in one of these ways: that is its end, not a fault.
    private static bool IsEnd(Exception e) =>
        e is OperationCanceledException or IOException or SocketException or ObjectDisposedException;
}
