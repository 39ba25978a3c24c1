using AsyncBook.Kernels;
using AsyncBook.Language;

namespace AsyncBook.Serving;

/// <content>Its end, wanted or not: there is another kernel then.</content>
internal sealed partial class LiveKernel
{
    // One that ends by itself again and again, without having run anything, is not started for ever.
    private const int Starts = 3;

    private KernelClient? _lost;
    private string? _why;
    private int _idleEnds;

    /// <summary>Ends the kernel and starts another.</summary>
    public async Task RestartAsync(string why)
    {
        send(new ServerMessage.Kernel("ended", why));
        await EndAsync();
        await StartAsync();
    }

    /// <summary>Ends the kernel while a cell runs in it: the cell is told, and the next kernel started.</summary>
    public void End(string why)
    {
        _why = why;
        _client?.Kill();
    }

    // A kernel may end while none of its cells runs: a thread that one left behind throws, or somebody ends it.
    private async Task WatchAsync(KernelClient client)
    {
        await client.Exit;
        if (!_late.IsRunning)
        {
            await LoseAsync(client);
        }
    }

    /// <summary>Says once that a kernel has gone, and starts another.</summary>
    private async Task LoseAsync(KernelClient client, string? end = null)
    {
        if (_client == client && Interlocked.Exchange(ref _lost, client) != client)
        {
            end ??= await client.DescribeExitAsync();
            if (Interlocked.Increment(ref _idleEnds) > Starts)
            {
                send(new ServerMessage.Kernel("ended", ServeWords.KernelDoesNotStart(end)));
                await EndAsync();
                return;
            }

            await RestartAsync(_why ?? ServeWords.KernelLost(end));
        }
    }

    private Task<bool> EndAsync() => _turn.TakeAsync(async () =>
    {
        _why = null;
        if (_client is { } client)
        {
            _client = null;
            client.Kill();
            await pool.ReturnAsync(client);
        }

        return true;
    });
}
