#nullable enable
using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Two threads that start in step, again and again: what seldom collides in a crowd collides here within a moment.</summary>
public static class TwoThreads
{
    private const int Enough = 50_000;

    /// <summary>
    /// Lets both act at the same instant, then judges, until the judge has something to say or they have really been at it
    /// together some thousand times: a moment on a machine with nothing else to do, longer on a busy one.
    /// </summary>
    /// <param name="time">How long to try at most.</param>
    /// <param name="act">What each does; it is told which of the two it is, 0 or 1.</param>
    /// <param name="judge">What is wrong after a round; null if nothing is.</param>
    /// <returns>What the judge said; null if it never said anything.</returns>
    public static async Task<string?> RaceAsync(TimeSpan time, Action<int> act, Func<string?> judge)
    {
        var (arrived, start) = (0L, Stopwatch.GetTimestamp());
        var (verdict, error, isOver) = ((string?)null, (Exception?)null, false);
        var (begun, ended, together) = (new long[2], new long[2], 0);

        void Meet()
        {
            var mine = Interlocked.Increment(ref arrived);
            var both = mine + (mine % 2);
            var spin = new SpinWait();
            while (Interlocked.Read(ref arrived) < both)
                spin.SpinOnce(sleep1Threshold: -1);
        }

        void Try(Action step)
        {
            try { step(); }
            catch (Exception e) { error ??= e; }
        }

        void Run(int which)
        {
            while (!isOver)
            {
                Meet();
                begun[which] = Stopwatch.GetTimestamp();
                Try(() => act(which));
                ended[which] = Stopwatch.GetTimestamp();
                Meet();
                if (which == 0)
                {
                    Try(() => verdict = error is null ? judge() : null);
                    if (Math.Max(begun[0], begun[1]) < Math.Min(ended[0], ended[1]))
                        together++;
                    isOver = error is not null || verdict is not null || together == Enough || Stopwatch.GetElapsedTime(start) > time;
                }
                Meet();
            }
        }

        await Task.WhenAll(Start(() => Run(0)), Start(() => Run(1)));
        return error is null ? verdict : throw new AggregateException(error);
    }

    private static Task Start(Action run) =>
        Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
