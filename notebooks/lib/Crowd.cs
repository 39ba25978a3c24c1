#nullable enable
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Threads that do a thing at the same moment: what a check needs to find a race without luck.</summary>
public static class Crowd
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    /// <summary>Starts so many threads, none of them the pool's, and lets them go once all are there.</summary>
    /// <param name="threads">How many.</param>
    /// <param name="act">What each of them does, given its number.</param>
    /// <returns>Ends when all have ended; has failed if one of them has.</returns>
    public static Task MeetAsync(int threads, Action<int> act)
    {
        var arrived = 0;
        // Not a Barrier: it wakes its threads one after the other, and the first is done before the second begins.
        void Go(int thread)
        {
            Interlocked.Increment(ref arrived);
            var spinner = new SpinWait();
            while (Volatile.Read(ref arrived) < threads)
                spinner.SpinOnce(sleep1Threshold: -1);
            act(thread);
        }

        return Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(
            () => Go(thread), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    /// <summary>So many that, if each took a thread of the pool, none would be left for a while.</summary>
    public static int MoreThanThePool
    {
        get
        {
            ThreadPool.GetMinThreads(out var threads, out _);
            return (2 * Math.Max(threads, ThreadPool.ThreadCount)) + 16;
        }
    }

    /// <summary>Whether so many, more than the pool, have left it its threads. Blocks, since what awaits would starve too.</summary>
    /// <remarks>A pool whose threads are held by Task.Wait makes more of them in a hurry: then it is their number that tells.</remarks>
    /// <param name="many">What <see cref="MoreThanThePool"/> was before they came.</param>
    public static bool IsPoolFree(int many) => Task.Run(() => { }).Wait(_patience) && ThreadPool.ThreadCount < many;
}
