using AsyncBook.Kernels;

namespace AsyncBook.Serving;

/// <summary>What is said when no cell runs, by what one has left behind: it goes to the cell that ran last, as it comes.</summary>
internal sealed class LateWords
{
    // At a time: whoever says more than can be read keeps no cell from running.
    private const int Most = 1000;

    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(200);
    private readonly Lock _gate = new();
    private Action<KernelEvent> _hear = _ => { };
    private KernelClient? _client;
    private volatile bool _isRunning;

    /// <summary>Whether a cell runs, and hears everything itself.</summary>
    public bool IsRunning => _isRunning;

    /// <summary>A cell begins.</summary>
    /// <param name="hear">Takes what is said when it is done.</param>
    public void Begin(Action<KernelEvent> hear)
    {
        lock (_gate)
        {
            (_isRunning, _client, _hear) = (true, null, hear);
        }
    }

    /// <summary>It has ended.</summary>
    public void End(KernelClient client)
    {
        lock (_gate)
        {
            (_isRunning, _client) = (false, client);
        }

        _ = ListenAsync(client);
    }

    // Until the next cell begins: then it is that one's turn to read.
    private async Task ListenAsync(KernelClient client)
    {
        while (Take(client) && !client.Exit.IsCompleted)
        {
            await Task.Delay(_pace);
        }
    }

    private bool Take(KernelClient client)
    {
        lock (_gate)
        {
            if (_client != client)
            {
                return false;
            }

            foreach (var said in client.TakeStray().Take(Most))
            {
                _hear(said);
            }

            return true;
        }
    }
}
