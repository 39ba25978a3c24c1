namespace AsyncBook.Serving;

/// <summary>What a page wants run, one after the other. A stop ends what runs and forgets the rest.</summary>
/// <param name="send">Takes the messages.</param>
internal sealed class RunQueue(Action<ServerMessage> send)
{
    private readonly Lock _gate = new();
    private readonly Queue<Job> _waiting = new();
    private CancellationTokenSource? _running;

    /// <summary>Whether something runs.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_gate)
            {
                return _running is not null;
            }
        }
    }

    /// <summary>Puts cells at the end.</summary>
    /// <param name="cells">Their ids, which wait from now on.</param>
    /// <param name="work">Runs them; gets the token that stops it.</param>
    public void Add(IReadOnlyList<string> cells, Func<CancellationToken, Task> work)
    {
        foreach (var id in cells)
        {
            send(new ServerMessage.Cell(id, "waiting"));
        }

        lock (_gate)
        {
            _waiting.Enqueue(new(cells, work));
            if (_running is null)
            {
                _running = new CancellationTokenSource();
                _ = Task.Run(WorkAsync);
            }
        }
    }

    /// <summary>Stops what runs and forgets what waits.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            Forget();
            _ = _running?.CancelAsync();
        }
    }

    /// <summary>Says that a cell failed and forgets what waits, in one: what is asked for by who has heard it runs.</summary>
    public void ForgetWaiting(Action say)
    {
        lock (_gate)
        {
            say();
            Forget();
        }
    }

    private async Task WorkAsync()
    {
        while (Next() is var (job, stop) && job is not null)
        {
            try
            {
                await job.Work(stop);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // A fault of ours: the page has to know, and the next cell has to run.
                send(new ServerMessage.Error(e.Message));
            }
        }
    }

    private (Job? Job, CancellationToken Stop) Next()
    {
        lock (_gate)
        {
            _running?.Dispose();
            if (_waiting.TryDequeue(out var job))
            {
                _running = new CancellationTokenSource();
                return (job, _running.Token);
            }

            _running = null;
            return (null, CancellationToken.None);
        }
    }

    private void Forget()
    {
        foreach (var id in _waiting.SelectMany(job => job.Cells))
        {
            send(new ServerMessage.Cell(id, "idle"));
        }

        _waiting.Clear();
    }

    private sealed record Job(IReadOnlyList<string> Cells, Func<CancellationToken, Task> Work);
}
