using AsyncBook.Kernels;
using AsyncBook.Services;

namespace AsyncBook.Serving;

/// <summary>A kernel that is ready before anybody asks for it, in the folder that was asked for last.</summary>
internal sealed class KernelPool : IAsyncDisposable
{
    // Whoever has just got a kernel runs something first; the next one can wait.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly HashSet<KernelClient> _alive = [];
    private readonly Ending _end = new();
    private Spare? _spare;

    /// <summary>The process ids of all kernels, the waiting one among them.</summary>
    public IReadOnlyCollection<int> ProcessIds
    {
        get
        {
            lock (_gate)
            {
                return [.. _alive.Select(client => client.ProcessId)];
            }
        }
    }

    public void Warm(string folder, ServiceAddresses addresses)
    {
        Spare? old;
        lock (_gate)
        {
            if (_end.Token.IsCancellationRequested || _spare?.IsFor(folder, addresses) == true)
            {
                return;
            }

            (old, _spare) = (_spare, new Spare(folder, addresses, StartAsync(folder, addresses)));
        }

        _ = old is null ? Task.CompletedTask : DropAsync(old.Client);
    }

    /// <summary>The waiting kernel where it fits, or else a new one.</summary>
    /// <exception cref="KernelException">It does not start.</exception>
    public async Task<KernelClient> TakeAsync(string folder, ServiceAddresses addresses)
    {
        Task<KernelClient>? taken = null;
        lock (_gate)
        {
            if (_spare?.IsFor(folder, addresses) == true)
            {
                (taken, _spare) = (_spare.Client, null);
            }
        }

        var client = await (taken ?? StartAsync(folder, addresses));
        if (client.ProcessorTime is null)
        {
            // It has gone while it waited.
            await ReturnAsync(client);
            client = await StartAsync(folder, addresses);
        }

        _ = Task.Delay(_pause, _end.Token).ContinueWith(_ => Warm(folder, addresses), _end.Token, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        return client;
    }

    /// <summary>Ends a kernel that nobody needs any more.</summary>
    public async Task ReturnAsync(KernelClient client)
    {
        await client.DisposeAsync();
        lock (_gate)
        {
            _alive.Remove(client);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.EndAsync();
        KernelClient[] alive;
        Spare? spare;
        lock (_gate)
        {
            (spare, _spare) = (_spare, null);
            alive = [.. _alive];
        }

        await Task.WhenAll([.. alive.Select(ReturnAsync), .. spare is null ? Array.Empty<Task>() : [DropAsync(spare.Client)]]);
    }

    private async Task<KernelClient> StartAsync(string folder, ServiceAddresses addresses)
    {
        var launch = KernelLaunch.For(KernelKind.Builtin, folder) with { Variables = addresses.Variables };
        var client = await KernelClient.StartAsync(launch, folder, _end.Token);
        lock (_gate)
        {
            _alive.Add(client);
        }

        if (_end.Token.IsCancellationRequested)
        {
            await ReturnAsync(client);
        }

        return client;
    }

    private async Task DropAsync(Task<KernelClient> starting)
    {
        try
        {
            await ReturnAsync(await starting);
        }
        catch (Exception e) when (e is KernelException or OperationCanceledException)
        {
            // It never started, and leaves nothing.
        }
    }

    private sealed record Spare(string Folder, ServiceAddresses Addresses, Task<KernelClient> Client)
    {
        public bool IsFor(string folder, ServiceAddresses addresses) => Folder == folder && addresses.AreSame(Addresses) && !Client.IsFaulted && !Client.IsCanceled;
    }
}
