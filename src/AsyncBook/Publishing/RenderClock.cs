using System.Diagnostics;
using AsyncBook.Language;

namespace AsyncBook.Publishing;

/// <summary>Work on pages with room for its recursion and an end: no cell, whatever it holds, may take the program with it.</summary>
internal sealed class RenderClock
{
    // Far more than any cell needs on a busy machine.
    private static readonly TimeSpan _perCell = TimeSpan.FromSeconds(60);
    private const int Stack = 256 * 1024 * 1024;

    private readonly Lock _gate = new();
    private string _cell = PageWords.Notebooks;
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>Says what is being worked on from now on.</summary>
    public void Begin(string cell)
    {
        lock (_gate)
        {
            (_cell, _since) = (cell, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Runs the work to its end, unless one cell of it takes too long.</summary>
    /// <exception cref="BookException">It did; the message names it.</exception>
    public T Run<T>(Func<T> work)
    {
        var task = new Task<T>(work);
        new Thread(task.RunSynchronously, Stack) { IsBackground = true, Name = "book" }.Start();
        while (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(TimeSpan.FromMilliseconds(500)))
        {
            RequireTime();
        }

        return task.GetAwaiter().GetResult();
    }

    private void RequireTime()
    {
        lock (_gate)
        {
            if (Stopwatch.GetElapsedTime(_since) > _perCell)
            {
                throw new BookException(PageWords.TooSlow(_cell, (int)_perCell.TotalSeconds));
            }
        }
    }
}
