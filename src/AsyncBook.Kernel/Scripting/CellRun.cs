using AsyncBook.Kernel.Protocol;

namespace AsyncBook.Kernel.Scripting;

/// <summary>
/// One submission while it runs. It flows with the ExecutionContext into every task and thread the cell starts,
/// so that what they print or display is still known as this cell's, even after the cell has ended.
/// </summary>
internal sealed class CellRun : IDisposable
{
    private static readonly AsyncLocal<CellRun?> _current = new();
    private static volatile CellRun? _latest;
    private readonly CancellationTokenSource _cancellation = new();

    public CellRun(KernelCommand command, EventPublisher events)
    {
        Command = command;
        Events = events;
    }

    /// <summary>The cell this code belongs to; for a thread without a context, the cell that runs now.</summary>
    public static CellRun? Current => _current.Value ?? _latest;

    public KernelCommand Command { get; }

    public EventPublisher Events { get; }

    /// <summary>Watched by cells that can stop early; a cell that does not watch it goes on by itself.</summary>
    public CancellationToken CancellationToken => _cancellation.Token;

    public void Enter()
    {
        _latest = this;
        _current.Value = this;
    }

    public void Cancel() => _cancellation.Cancel();

    public void Dispose() => _cancellation.Dispose();
}
