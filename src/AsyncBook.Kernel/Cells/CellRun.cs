using AsyncBook.Kernel.Protocol;

namespace AsyncBook.Kernel.Cells;

/// <summary>
/// One submission while it runs. It flows with the ExecutionContext into every task and thread the cell starts,
/// so that what they print or display is still known as this cell's, even after the cell has ended.
/// </summary>
internal sealed class CellRun(KernelCommand command, EventPublisher events)
{
    private static readonly AsyncLocal<CellRun?> _current = new();
    private static volatile CellRun? _latest;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private bool _isStopped;
    private bool _isInCode;
    private bool _hasEnded;

    /// <summary>The cell this code belongs to; for a thread without a context, the cell that runs now.</summary>
    public static CellRun? Current => _current.Value ?? _latest;

    public KernelCommand Command { get; } = command;

    public EventPublisher Events { get; } = events;

    /// <summary>Watched by cells that can stop early; a cell that does not watch it goes on by itself.</summary>
    public CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>Whether somebody has said, or is about to say, how the cell ended.</summary>
    public bool HasEnded => Volatile.Read(ref _hasEnded);

    /// <summary>What to do when the cell keeps the thread on which cells begin.</summary>
    public Action? HandOver { get; set; }

    /// <summary>Whether the cell was stopped while its own code held the thread: that thread is the cell's from then on.</summary>
    public bool KeepsThread { get; private set; }

    public void Enter()
    {
        _latest = this;
        _current.Value = this;
    }

    /// <summary>Whether the caller is the one who says how the cell ended.</summary>
    public bool TryEnd() => !Interlocked.Exchange(ref _hasEnded, true);

    /// <summary>Ends the cell at once, for whoever waits for it; code that holds a thread goes on, unheard.</summary>
    public void Stop(string why)
    {
        if (!TryEnd())
        {
            return;
        }

        lock (_gate)
        {
            _isStopped = true;
            KeepsThread = _isInCode;
        }

        Events.Failed(Command, why);
        _stopped.SetResult();

        // What the cell registered with its token may block: that is not the client's wait.
        _ = _cancellation.CancelAsync();
        if (KeepsThread)
        {
            HandOver?.Invoke();
        }
    }

    /// <summary>Runs code of the cell itself, which may never come back.</summary>
    /// <exception cref="CellStoppedException">The cell has been stopped: nothing of the session may be touched on its behalf.</exception>
    public T InCode<T>(Func<T> code)
    {
        Switch(inCode: true);
        try
        {
            return code();
        }
        finally
        {
            Switch(inCode: false);
        }
    }

    /// <summary>The same, and stops the cell when it is not back in time.</summary>
    public T InCode<T>(Func<T> code, TimeSpan limit, string why)
    {
        using var timer = new Timer(_ => Stop(why), null, limit, Timeout.InfiniteTimeSpan);
        return InCode(code);
    }

    /// <summary>Waits for what the cell has begun, unless it is stopped first.</summary>
    /// <exception cref="CellStoppedException">It was.</exception>
    public void WaitFor(Task task)
    {
        if (!task.IsCompleted && Task.WaitAny(task, _stopped.Task) != 0)
        {
            throw new CellStoppedException();
        }
    }

    private void Switch(bool inCode)
    {
        lock (_gate)
        {
            _isInCode = inCode;
            if (_isStopped)
            {
                throw new CellStoppedException();
            }
        }
    }
}

/// <summary>A cell was stopped, and whoever waited for it has been told.</summary>
internal sealed class CellStoppedException : Exception;
