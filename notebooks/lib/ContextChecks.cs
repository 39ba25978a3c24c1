#nullable enable
using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Judges the answer to the exercise of the contexts. Import Check.cs and EventLoop.cs first.</summary>
public static class ContextChecks
{
    private const int Flood = 1000, OnTheWay = 2, Rounds = 300;
    [ThreadStatic] private static bool _reporting;

    private static readonly TimeSpan _generous = TimeSpan.FromSeconds(10);

    /// <summary>context-a: progress that delivers only the latest report, where it was made.</summary>
    /// <param name="create">Makes the learner's progress round a handler.</param>
    public static async Task<Verdict> LatestAsync(Func<Action<int>, IProgress<int>> create)
    {
        // Each on a loop of its own, which keeps its thread: the handler must come back to it.
        foreach (var step in (Func<Func<Action<int>, IProgress<int>>, Task<string?>>[])[ComesBackAsync, FloodedAsync, ReentrantAsync, RacedAsync])
        {
            if (EventLoop.Run(() => step(create)) is { } why)
                return Check.Wrong(why);
        }
        return await WithoutContextAsync(create) is { } fault
            ? Check.Wrong(fault)
            : Check.Right("报告一千次，只送最新的一次，在建它的地方送到，最后一个从来不丢");
    }

    private static async Task<string?> ComesBackAsync(Func<Action<int>, IProgress<int>> create)
    {
        var (loop, seen) = (Environment.CurrentManagedThreadId, new ConcurrentQueue<(int Value, int Thread)>());
        var progress = create(value => seen.Enqueue((value, Environment.CurrentManagedThreadId)));
        progress.Report(1);
        if (!seen.IsEmpty)
            return "在循环的线程上 Report，handler 马上就跑了：要用 Post 排队，不能在 Report 里面直接调用";
        if (!await UntilAsync(() => seen.Any(one => one.Value == 1)))
            return "报告了 1，handler 没有收到";
        await Task.Run(() => progress.Report(2));
        if (!await UntilAsync(() => seen.Any(one => one.Value == 2)))
            return "第一次送到以后，又报告了 2，handler 没有收到：送的时候，要把“有一次在路上”的记号放下";
        return seen.Any(one => one.Thread != loop)
            ? "从线程池报告，handler 没有在建它的那个循环上跑：同步上下文要在建的时候记下"
            : null;
    }

    private static async Task<string?> FloodedAsync(Func<Action<int>, IProgress<int>> create)
    {
        var (seen, home) = (new ConcurrentQueue<int>(), SynchronizationContext.Current!);
        var counting = new CountedPosts(home);
        SynchronizationContext.SetSynchronizationContext(counting);
        var progress = create(seen.Enqueue);
        SynchronizationContext.SetSynchronizationContext(home);
        for (var value = 1; value <= Flood; value++)
            progress.Report(value);                      // the loop has no time to deliver any
        if (counting.Posts > OnTheWay)
            return $"循环没空的时候报告了一千次，Post 了 {counting.Posts} 次：已经有一次在路上，就不要再 Post";
        if (!await UntilAsync(() => !seen.IsEmpty))
            return "循环没空的时候报告了一千次，一次也没有送到";
        await UntilAsync(() => seen.Last() == Flood);
        await Task.Delay(50);
        return seen.ToArray() switch
        {
            // One may already have been handed over, as a channel does: it comes first, and the latest after it.
            { Length: <= OnTheWay } few when few[^1] == Flood => null,
            { Length: <= OnTheWay } few => $"循环没空的时候报告了 1 到 {Flood}，最后送到的是 {few[^1]}：要送最新的",
            var many => $"循环没空的时候报告了一千次，送了 {many.Length} 次：已经有一次在路上，就不要再 Post",
        };
    }

    private static async Task<string?> ReentrantAsync(Func<Action<int>, IProgress<int>> create)
    {
        var seen = new ConcurrentQueue<int>();
        IProgress<int>? progress = null;
        progress = create(value =>
        {
            seen.Enqueue(value);
            if (value == 1)
                progress!.Report(2);
        });
        progress.Report(1);
        return await UntilAsync(() => seen.Contains(2))
            ? null : "handler 里面又报告了 2，没有送到：先放下“有一次在路上”的记号，再调用 handler";
    }

    private static async Task<string?> RacedAsync(Func<Action<int>, IProgress<int>> create)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var last = 0;
            var progress = create(value => last = value);
            var reporting = Task.Run(() => { for (var value = 1; value <= 50; value++) progress.Report(value); });
            while (!reporting.IsCompleted)
                await Task.Yield();                      // delivers while the other thread reports
            await reporting;
            if (!await UntilAsync(() => last == 50))
                return $"一个线程报告 1 到 50，循环一边送，最后送到的是 {last}，不是 50：取值和放下记号要在同一把锁里";
        }
        return null;
    }

    private static async Task<string?> WithoutContextAsync(Func<Action<int>, IProgress<int>> create)
    {
        var box = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var early = false;
        await Task.Run(() =>
        {
            var progress = create(value =>
            {
                early = _reporting;
                box.TrySetResult(value);
            });
            _reporting = true;
            try { progress.Report(7); }
            finally { _reporting = false; }
        });
        try { await box.Task.WaitAsync(_generous); }
        catch (TimeoutException) { return "建的时候没有同步上下文，报告的没有送到：这时交给线程池"; }
        return early ? "没有同步上下文的时候，也不能在 Report 里面直接调用 handler：交给线程池" : null;
    }

    private static async Task<bool> UntilAsync(Func<bool> condition)
    {
        for (var start = Environment.TickCount64; !condition() && Environment.TickCount64 - start < 5000;)
            await Task.Delay(1);
        return condition();
    }

    private sealed class CountedPosts(SynchronizationContext home) : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            home.Post(d, state);
        }

        public override void Send(SendOrPostCallback d, object? state) => home.Send(d, state);
    }
}
