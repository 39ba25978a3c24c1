using AsyncBook.Kernels;
using AsyncBook.Services;

namespace AsyncBook.Running;

/// <summary>Kernels, and one that is ready before anybody asks for it.</summary>
/// <param name="kind">Which kernel.</param>
internal sealed class KernelPool(KernelKind kind) : IAsyncDisposable
{
    // Whoever has just got a kernel runs something first; the next one can wait.
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly List<Task<KernelClient>> _kernels = [];
    private readonly Ending _end = new();
    private Spare? _spare;

    /// <summary>The process ids of all kernels, the waiting one among them.</summary>
    public IReadOnlyCollection<int> ProcessIds
    {
        get
        {
            lock (_gate)
            {
                return [.. _kernels.Where(kernel => kernel.IsCompletedSuccessfully).Select(kernel => kernel.Result.ProcessId)];
            }
        }
    }

    /// <summary>Starts a kernel for whoever comes next to a folder, unless one waits for that already.</summary>
    public void Warm(string folder, ServiceAddresses addresses)
    {
        Spare? old;
        lock (_gate)
        {
            if (_end.Token.IsCancellationRequested || _spare?.IsFor(folder, addresses) == true)
            {
                return;
            }

            (old, _spare) = (_spare, new Spare(folder, addresses, Start(folder, addresses)));
        }

        _ = old is null ? Task.CompletedTask : DropAsync(old.Client);
    }

    /// <summary>The same, before long.</summary>
    public void WarmLater(string folder, ServiceAddresses addresses) =>
        _ = Task.Delay(_pause, _end.Token).ContinueWith(_ => Warm(folder, addresses), _end.Token, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);

    /// <summary>The waiting kernel where it fits, or else a new one.</summary>
    /// <exception cref="KernelException">It does not start.</exception>
    public async Task<KernelClient> TakeAsync(string folder, ServiceAddresses addresses, CancellationToken cancellationToken)
    {
        Task<KernelClient> kernel;
        lock (_gate)
        {
            kernel = _spare?.IsFor(folder, addresses) == true ? _spare.Client : Start(folder, addresses);
            _spare = kernel == _spare?.Client ? null : _spare;
        }

        var client = await kernel.WaitAsync(cancellationToken);
        if (client.ProcessorTime is not null)
        {
            return client;
        }

        // It has gone while it waited.
        await ReturnAsync(client);
        return await Start(folder, addresses).WaitAsync(cancellationToken);
    }

    /// <summary>Ends a kernel that nobody needs any more.</summary>
    public async Task ReturnAsync(KernelClient client)
    {
        await client.DisposeAsync();
        lock (_gate)
        {
            _kernels.RemoveAll(kernel => kernel.IsCompletedSuccessfully && kernel.Result == client);
        }
    }

    /// <summary>Ends all of them, those on their way too.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.EndAsync();
        Task<KernelClient>[] kernels;
        lock (_gate)
        {
            kernels = [.. _kernels];
        }

        await Task.WhenAll(kernels.Select(DropAsync));
    }

    private Task<KernelClient> Start(string folder, ServiceAddresses addresses)
    {
        var launch = KernelLaunch.For(kind, folder) with { Variables = addresses.Variables };
        lock (_gate)
        {
            var kernel = KernelClient.StartAsync(launch, folder, _end.Token);
            _kernels.Add(kernel);
            return kernel;
        }
    }

    private async Task DropAsync(Task<KernelClient> kernel)
    {
        try
        {
            await ReturnAsync(await kernel);
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
