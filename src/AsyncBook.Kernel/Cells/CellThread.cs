using System.Collections.Concurrent;

namespace AsyncBook.Kernel.Cells;

/// <summary>
/// The one thread on which every cell of a session begins, as in the real kernel: what a cell keeps for its thread the
/// next one finds, and a cell that blocks takes no thread from the pool it talks about. Only a cell that is stopped while
/// it holds the thread keeps it: a fresh one takes over.
/// </summary>
/// <param name="work">Runs a cell to its end; whatever goes wrong in it becomes an event.</param>
internal sealed class CellThread(Action<CellRun> work)
{
    private readonly BlockingCollection<CellRun> _waiting = [];
    private readonly Queue<CellRun> _open = [];
    private volatile bool _hasWork;

    /// <summary>Whether a cell has ever come.</summary>
    public bool HasWork => _hasWork;

    public void Start() => new Thread(Work) { IsBackground = true, Name = "cells" }.Start();

    public void Add(CellRun run)
    {
        _hasWork = true;
        lock (_open)
        {
            ForgetEnded();
            _open.Enqueue(run);
        }

        _waiting.Add(run);
    }

    /// <summary>Ends the cell that runs now, or else the next one: whoever sent it does not know that this thread has not taken it yet.</summary>
    public void Stop(string why)
    {
        CellRun? first;
        lock (_open)
        {
            ForgetEnded();
            _open.TryPeek(out first);
        }

        first?.Stop(why);
    }

    private void ForgetEnded()
    {
        while (_open.TryPeek(out var run) && run.HasEnded)
        {
            _open.Dequeue();
        }
    }

    private void Work()
    {
        // One that was stopped before its turn never begins.
        foreach (var run in _waiting.GetConsumingEnumerable().Where(run => !run.HasEnded))
        {
            run.HandOver = Start;
            run.Enter();
            work(run);
            if (run.KeepsThread)
            {
                return;
            }
        }
    }
}
