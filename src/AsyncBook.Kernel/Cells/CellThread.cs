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
    private volatile CellRun? _running;
    private volatile bool _hasWork;

    /// <summary>Whether a cell has ever come.</summary>
    public bool HasWork => _hasWork;

    public void Start() => new Thread(Work) { IsBackground = true, Name = "cells" }.Start();

    public void Add(CellRun run)
    {
        _hasWork = true;
        _waiting.Add(run);
    }

    /// <summary>Ends the cell that runs now, if there is one.</summary>
    public void Stop(string why) => _running?.Stop(why);

    private void Work()
    {
        foreach (var run in _waiting.GetConsumingEnumerable())
        {
            _running = run;
            run.HandOver = Start;
            run.Enter();
            work(run);
            if (run.KeepsThread)
            {
                return;
            }

            _running = null;
        }
    }
}
