#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Judges the answers to the exercises of 1.5. Import Check.cs and Crowd.cs first.</summary>
public static class FutureChecks
{
    private const string Inside = "在库的回调里醒来了", Nothing = "没有完成";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);
    private static readonly FormatException _failure = new();

    /// <summary>1.5-a: callbacks as a task.</summary>
    /// <param name="ask">The learner's method: what it gets is the library's beginning.</param>
    public static async Task<Verdict> CallbacksAsync(Func<Action<Action<string>, Action<Exception>>, Task<string>> ask)
    {
        var (tasks, calls) = await AskAsync(ask, 3);
        if (calls.Any(call => call.Done is null || call.Failed is null))
            return Check.Wrong("要调用 start，把 done 和 failed 两个函数都交给库");
        if (tasks.Any(task => task.IsCompleted))
            return Check.Wrong("库还没有回调，任务就已经完成了");

        var done = await EndAsync(tasks[0], () => calls[0].Done("答案"));
        var failed = await EndAsync(tasks[1], () => calls[1].Failed(new ArithmeticException()));
        if (done == Inside || failed == Inside)
            return Check.Wrong($"等的人{Inside}：加上 RunContinuationsAsynchronously");
        if (done != "答案")
            return Check.Wrong($"库调用了 done(\"答案\")，等的人看到的却是“{done}”");
        if (failed != nameof(ArithmeticException))
            return Check.Wrong($"库调用了 failed，等的人应当接到那个异常，看到的却是“{failed}”");

        var atOnce = ask((done, _) => done("当场"));
        if (await Task.WhenAny(atOnce, Task.Delay(_patience)) != atOnce || await atOnce != "当场")
            return Check.Wrong("库在 start 里当场就调用 done，任务也应当有结果");
        return await CalledTwiceAsync(ask) is { } error
            ? Check.Wrong($"库多调用了一次，你抛了 {error.GetType().Name}：换成 TrySet…。先看再填也不行，两个线程会同时看见“还没填”")
            : Check.Right("每条路都填，只填一次，延续去排队");
    }

    /// <summary>1.5-b: the asynchronous latch.</summary>
    /// <param name="make">Makes one that opens after so many signals.</param>
    public static async Task<Verdict> LatchAsync(Func<int, (Action Signal, Func<Task> WaitAsync)> make)
    {
        if (await WaitersAsync(make) is { } fault)
            return fault;
        var (signal, waitAsync) = make(2);
        var waiting = waitAsync();
        signal();
        await Task.Delay(50);
        if (waiting.IsCompleted)
            return Check.Wrong("要满 2 次才开门，你 1 次就开了");
        var woken = await EndAsync(Named(waiting), signal);
        if (woken == Nothing)
            return Check.Wrong("已经满 2 次了，门还没有开");
        if (woken == Inside)
            return Check.Wrong("等的人在 Signal 里醒来了：加上 RunContinuationsAsynchronously");
        if (!await EndsAsync(waitAsync()))
            return Check.Wrong("门开了以后再等，应当马上就好");
        try { signal(); }
        catch (InvalidOperationException) { return Check.Wrong("多调用一次 Signal 不该出错：TrySetResult"); }
        if (!await EndsAsync(make(0).WaitAsync()))
            return Check.Wrong("count 是 0，门应当一开始就开着");
        return await CrowdAsync(make);

        static async Task<string> Named(Task task)
        {
            await task.ConfigureAwait(false);
            return "";
        }
    }

    // Calls the learner's method so often and waits until the library has what it needs.
    private static async Task<(List<Task<string>> Tasks, (Action<string> Done, Action<Exception> Failed)[] Calls)> AskAsync(
        Func<Action<Action<string>, Action<Exception>>, Task<string>> ask, int times)
    {
        var calls = new (Action<string> Done, Action<Exception> Failed)[times];
        var asked = 0;
        var tasks = Enumerable.Range(0, times).Select(i => ask((done, failed) =>
        {
            calls[i] = (done, failed);
            Interlocked.Increment(ref asked);
        })).ToList();
        for (var i = 0; i < 100 && Volatile.Read(ref asked) < times; i++)
            await Task.Delay(20);
        return (tasks, calls);
    }

    // What who waits sees of a call back, and whether that was inside the call.
    private static async Task<string> EndAsync(Task<string> task, Action callBack)
    {
        var caller = 0;
        async Task<string> ConsumeAsync()
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return Environment.CurrentManagedThreadId == Volatile.Read(ref caller) ? Inside
                : task.IsCanceled ? "取消"
                : task.Exception?.InnerException?.GetType().Name ?? await task;
        }

        var consumer = ConsumeAsync();
        Volatile.Write(ref caller, Environment.CurrentManagedThreadId);
        callBack();
        Volatile.Write(ref caller, 0);
        return await EndsAsync(consumer) ? await consumer : Nothing;
    }

    // Two threads call everything back, neck and neck: both with a result, or one with a failure.
    private static async Task<Exception?> CalledTwiceAsync(Func<Action<Action<string>, Action<Exception>>, Task<string>> ask)
    {
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 3 || watch.Elapsed.TotalSeconds < 1.5; round++)
        {
            var (tasks, calls) = await AskAsync(ask, 50_000);
            var calling = Crowd.MeetAsync(2, thread =>
            {
                for (var i = 0; i < calls.Length; i++)
                {
                    if (thread == 1 && i % 64 == 1)
                        calls[i].Failed(_failure);
                    else
                        calls[i].Done("又一次");
                }
            });
            await calling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ((Task)Task.WhenAll(tasks).WaitAsync(_patience)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (calling.Exception is { InnerException: var error })
                return error;
        }
        return null;
    }

    // More waiters than the pool has threads: does other work still run?
    private static async Task<Verdict?> WaitersAsync(Func<int, (Action Signal, Func<Task> WaitAsync)> make)
    {
        var (signal, waitAsync) = make(1);
        var many = Crowd.MoreThanThePool;
        var waiting = Enumerable.Range(0, many).Select(_ => waitAsync()).ToList();
        var isFree = Crowd.IsPoolFree(many);
        signal();
        if (!isFree)
            return Check.Wrong("等的人占着线程池的线程：不要用占着线程的 Wait，用 TaskCompletionSource");
        return await EndsAsync(Task.WhenAll(waiting)) ? null : Check.Wrong("门开了，等的人却没有都醒：让所有人等同一个 Task");
    }

    private static async Task<Verdict> CrowdAsync(Func<int, (Action Signal, Func<Task> WaitAsync)> make)
    {
        const int threads = 4, times = 500_000;
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 3 || watch.Elapsed.TotalSeconds < 1.5; round++)
        {
            var (signal, waitAsync) = make(threads * times);
            await Crowd.MeetAsync(threads, _ => { for (var i = 0; i < times; i++) signal(); });
            if (!await EndsAsync(waitAsync()))
                return Check.Wrong("许多线程同时 Signal，数漏了：left-- 不是一步，用 Interlocked");
        }
        return Check.Right("一个盒子，许多人等；数到了才填");
    }

    private static async Task<bool> EndsAsync(Task task) => await Task.WhenAny(task, Task.Delay(_patience)) == task;
}
