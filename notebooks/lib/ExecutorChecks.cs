#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>A method that maps, as exercise 1.6-a wants it, for numbers.</summary>
/// <param name="items">What to do it with.</param>
/// <param name="func">What to do.</param>
/// <param name="limit">How many at once.</param>
public delegate Task<int[]> BoundedMap(IReadOnlyList<int> items, Func<int, Task<int>> func, int limit);

/// <summary>Judges the answers to the exercises of 1.6. Import Check.cs and Crowd.cs first.</summary>
public static class ExecutorChecks
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>1.6-a: a bounded map.</summary>
    /// <param name="map">The learner's method.</param>
    public static async Task<Verdict> MapAsync(BoundedMap map)
    {
        if (!await IsFreeAsync(map))
            return Check.Wrong("有人占着线程等：gate.Wait() 换成 await gate.WaitAsync()，.Result 和 .Wait() 换成 await");
        return await OrderAsync(map, count: 9, limit: 3)
            ?? await OrderAsync(map, count: 4, limit: 1)
            ?? await OrderAsync(map, count: 2, limit: 5)
            ?? await OrderAsync(map, count: 1, limit: 1)
            ?? await OrderAsync(map, count: 0, limit: 2)
            ?? await FailureAsync(map);
    }

    /// <summary>1.6-b: a thread of its own.</summary>
    /// <param name="run">The learner's method.</param>
    public static async Task<Verdict> OwnThreadAsync(Func<Func<string>, Task<string>> run)
    {
        Thread? worker = null, after = null;
        var (isLate, isPooled) = (false, false);
        using var go = new ManualResetEventSlim();
        var task = run(() =>
        {
            (worker, isPooled) = (Thread.CurrentThread, Thread.CurrentThread.IsThreadPoolThread);
            isLate = !go.Wait(_patience);
            return "结果";
        });
        var consumer = ConsumeAsync();
        go.Set();
        if (await Task.WhenAny(consumer, Task.Delay(_patience)) != consumer)
            return Check.Wrong("func 做完了，任务却没有完成");
        if (isLate)
            return Check.Wrong("调用时就占住了调用者：要马上返回一个任务");
        if (await consumer != "结果")
            return Check.Wrong("没有把结果带回来");
        if (isPooled)
            return Check.Wrong("活在线程池的线程上跑了：要单独的线程");
        if (worker == after)
            return Check.Wrong("等的人后面的代码跑在那个线程上了：让延续去排队");
        return await PairAsync(run) ?? await FailureAsync(run);

        async Task<string> ConsumeAsync()
        {
            var result = await task.ConfigureAwait(false);
            after = Thread.CurrentThread;
            return result;
        }
    }

    // As many inside and as many waiting as would take the pool's threads, if they took any.
    private static async Task<bool> IsFreeAsync(BoundedMap map)
    {
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var many = Crowd.MoreThanThePool;
        using var called = new ManualResetEventSlim();
        var mapping = Task.Factory.StartNew(
            () =>
            {
                var task = map([.. Enumerable.Range(0, 2 * many)], async n => { await open.Task.ConfigureAwait(false); return n; }, many);
                called.Set();
                return task;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        var isFree = HasBeen(called) && Crowd.IsPoolFree(many);
        open.SetResult();
        await mapping;
        return isFree;
    }

    // Blocks, on the check's own thread: what awaits would starve with the learner's code.
    private static bool HasBeen(ManualResetEventSlim called) => called.Wait(_patience);

    private static async Task<Verdict?> OrderAsync(BoundedMap map, int count, int limit)
    {
        var (inside, peak, calls) = (0, 0, 0);
        var gate = new Lock();
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task<int> SquareAsync(int n)
        {
            lock (gate)
            {
                (peak, calls) = (Math.Max(peak, ++inside), calls + 1);
                if (inside == Math.Min(limit, count))
                    full.TrySetResult();
            }
            await Task.WhenAny(full.Task, Task.Delay(_patience));
            full.TrySetResult();
            await Task.Delay(n == 0 ? 100 : 10);
            lock (gate) inside--;
            return n * n;
        }

        var items = Enumerable.Range(0, count).ToList();
        var results = await map(items, SquareAsync, limit);
        if (peak > limit)
            return Check.Wrong($"最多 {limit} 件同时做，你有 {peak} 件");
        if (!results.SequenceEqual(items.Select(n => n * n)))
            return Check.Wrong($"结果要按 items 的顺序，应为“{string.Join(" ", items.Select(n => n * n))}”，你的是“{string.Join(" ", results)}”");
        if (calls != count)
            return Check.Wrong($"{count} 个 item，func 被调用了 {calls} 次：对每个 item 只调用一次");
        return peak < Math.Min(limit, count) ? Check.Wrong($"可以 {Math.Min(limit, count)} 件同时做，你最多 {peak} 件") : null;
    }

    private static async Task<Verdict> FailureAsync(BoundedMap map)
    {
        var failing = map([1, 2, 3, 4, 5, 6], async n => { await Task.Yield(); throw new ArithmeticException($"{n}"); }, 2);
        if (await Task.WhenAny(failing, Task.Delay(_patience)) != failing)
            return Check.Wrong("func 出了错就没有放行，后面的一直等：Release 写进 finally");
        await ((Task)failing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return failing.Exception?.Flatten().InnerException is ArithmeticException
            ? Check.Right("门卫限的是同时在做的件数")
            : Check.Wrong("func 出了错，调用的人应当接到它的异常");
    }

    // Two that can only end if both run at once.
    private static async Task<Verdict?> PairAsync(Func<Func<string>, Task<string>> run)
    {
        using var both = new CountdownEvent(2);
        string Meet()
        {
            both.Signal();
            return both.Wait(_patience) ? "碰面了" : "";
        }

        var met = await Task.WhenAll(run(Meet), run(Meet));
        return met is ["碰面了", "碰面了"] ? null : Check.Wrong("两件活挤在一个线程上：每件活都要有自己的线程");
    }

    private static async Task<Verdict> FailureAsync(Func<Func<string>, Task<string>> run)
    {
        var failing = run(() => throw new ArithmeticException());
        await Task.WhenAny(failing, Task.Delay(_patience));
        return failing.Exception?.InnerException is ArithmeticException
            ? Check.Right("占很久的活，不要占线程池")
            : Check.Wrong("func 的异常没有带回来：线程里要 try / catch，用 SetException 填进任务");
    }
}
