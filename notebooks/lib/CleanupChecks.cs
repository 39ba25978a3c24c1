#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Judges the answers to the exercises of 1.8. Import Check.cs and Crowd.cs first.</summary>
public static class CleanupChecks
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>1.8-a: a lock that one can wait for.</summary>
    /// <param name="acquire">The learner's method.</param>
    public static async Task<Verdict> LockAsync(Func<SemaphoreSlim, Task<IAsyncDisposable>> acquire)
    {
        var (gate, room) = (new SemaphoreSlim(1), new Room());
        var visits = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => room.VisitAsync(() => acquire(gate))));
        if (await Task.WhenAny(visits, Task.Delay(_patience)) != visits)
            return Check.Wrong("第一个人出来了，后面的人却进不去：DisposeAsync 里要 Release。");
        await visits;
        if (room.Most > 1)
            return Check.Wrong($"里面同时有 {room.Most} 个人：拿到锁之前要 await gate.WaitAsync()。");

        // On another thread: an answer that blocks must not block who would release it.
        var first = await acquire(gate);
        var calling = Task.Factory.StartNew(
            () => acquire(gate), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var isBlocked = await Task.WhenAny(calling, Task.Delay(_patience)) != calling;
        await first.DisposeAsync();
        if (isBlocked)
            return Check.Wrong("AcquireAsync 占着线程等：gate.Wait() 换成 await gate.WaitAsync()。");

        // Now the second is inside. Closing the first again must let nobody in.
        var second = await await calling;
        await first.DisposeAsync();
        var third = acquire(gate);
        await Task.Delay(50);
        var isInside = third.IsCompleted;
        await second.DisposeAsync();
        await (await third).DisposeAsync();
        if (isInside)
            return Check.Wrong("第一个人又关了一次，第二个人还在里面，第三个人就进来了：每一把锁要记住自己已经放行过了。");
        if (gate.CurrentCount != 1)
            return Check.Wrong($"大家都走了，空位却有 {gate.CurrentCount} 个，应当是 1 个：每进一个，就放行一次，不多不少。");
        return await CrowdAsync(acquire) ?? await WideAsync(acquire);
    }

    /// <summary>1.8-b: commit or roll back.</summary>
    /// <param name="run">The learner's method.</param>
    public static async Task<Verdict> TransactionAsync(Func<Func<Task>, Func<Task>, Func<Task>, Task> run)
    {
        var smooth = await new Steps().TryAsync(run);
        if (smooth is { Calls: "", Error: { } atOnce })
            ExceptionDispatchInfo.Throw(atOnce);
        if (smooth != ("正文提交", null))
            return Check.Wrong($"正文顺利，应该先正文、后提交，你做的是“{smooth.Calls}”{smooth.Error?.Message}。");

        Exception[] causes = [new InvalidOperationException("正文的错"), new TimeoutException("太慢"), new TaskCanceledException("取消了")];
        foreach (var cause in causes)
        {
            var failed = await new Steps { BodyFails = cause }.TryAsync(run);
            if (failed.Calls != "正文回滚")
                return Check.Wrong($"正文抛出 {cause.GetType().Name}，应该回滚，不能提交，你做的是“{failed.Calls}”。不管什么异常，都要回滚。");
            if (failed.Error is null)
                return Check.Wrong("正文出了错，调用的人却不知道：回滚以后，异常要出去。");
            if (failed.Error != cause)
                return Check.Wrong($"出去的应当是正文的 {cause.GetType().Name} 本身，你抛出的是 {failed.Error.GetType().Name}。");
        }

        foreach (var error in new Exception[] { new InvalidOperationException("回滚的错"), new TimeoutException("回滚太慢") })
        {
            var both = await new Steps { BodyFails = causes[0], RollbackFails = error }.TryAsync(run);
            if (both.Error != causes[0])
                return Check.Wrong($"回滚也抛出了 {error.GetType().Name}，盖住了正文的错：调用的人要知道的是正文为什么错。");
        }

        var uncommitted = await new Steps { CommitFails = new InvalidOperationException("提交的错") }.TryAsync(run);
        return uncommitted.Error?.Message == "提交的错"
            ? Check.Right("知道结果的方法，才谈得上提交和回滚。")
            : Check.Wrong("提交失败了，调用的人却不知道：提交的异常要出去。");
    }

    /// <summary>1.8-c: dispose of them all.</summary>
    /// <param name="disposeAll">The learner's method.</param>
    public static async Task<Verdict> DisposeAllAsync(Func<IReadOnlyList<IAsyncDisposable>, Task> disposeAll)
    {
        var log = new List<string>();
        await disposeAll([]);
        await disposeAll([new Noisy("甲", log), new Noisy("乙", log)]);
        switch (string.Join(" ", log))
        {
            case "乙开始 乙关好 甲开始 甲关好": break;
            case "甲开始 甲关好 乙开始 乙关好": return Check.Wrong("顺序反了：后加的先关。");
            case var other when other.Contains("乙开始 甲开始", StringComparison.Ordinal) || other.Contains("甲开始 乙开始", StringComparison.Ordinal):
                return Check.Wrong("两个同时在关：一个关完，再关下一个。");
            case var other: return Check.Wrong($"应该先关乙，再关甲，你做的是“{other}”。");
        }

        log.Clear();
        Exception[] errors = [new InvalidOperationException("丙的错"), new TimeoutException("乙的错")];
        var disposing = disposeAll([new Noisy("甲", log), new Noisy("乙", log, errors[1]), new Noisy("丙", log, errors[0])]);
        await Task.WhenAny(disposing, Task.Delay(_patience));
        if (!log.Contains("甲关好"))
            return Check.Wrong("丙关的时候出了错，后面的就没有人关了：记下错误，接着关。");
        return disposing.Exception?.Flatten().InnerExceptions switch
        {
            null => Check.Wrong("有的没关成，调用的人却不知道：全部关完以后，把错误抛出来。"),
            [var first, ..] when first == errors[0] => Check.Right("全都关了，第一个错误也没有丢。"),
            [var first, ..] when first == errors[1] => Check.Wrong("先出错的是丙，抛出来的却是乙的错。"),
            [var first, ..] => Check.Wrong($"要抛出第一个错误本身（{errors[0].GetType().Name}），类型和栈都在；你抛出的是另一个 {first.GetType().Name}。"),
            _ => Check.Wrong("抛出来的异常里什么也没有。"),
        };
    }

    // More waiters than the pool has threads: does other work still run? On a thread of its own, since what awaits would starve too.
    private static async Task<Verdict?> CrowdAsync(Func<SemaphoreSlim, Task<IAsyncDisposable>> acquire)
    {
        var (gate, many) = (new SemaphoreSlim(0), Crowd.MoreThanThePool);
        var (isFree, waiting) = await Task.Factory.StartNew(
            () =>
            {
                var all = Enumerable.Range(0, many).Select(_ => acquire(gate)).ToList();
                return (Crowd.IsPoolFree(many), all);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        gate.Release(many);
        await Task.WhenAll(waiting);
        return isFree ? null : Check.Wrong("等锁的人占着线程池的线程：gate.Wait() 放进 Task.Run 也是占着，换成 await gate.WaitAsync()。");
    }

    // A gate for two: closing one lease twice gives back one place.
    private static async Task<Verdict> WideAsync(Func<SemaphoreSlim, Task<IAsyncDisposable>> acquire)
    {
        var gate = new SemaphoreSlim(2);
        var lease = await acquire(gate);
        await lease.DisposeAsync();
        await lease.DisposeAsync();
        return gate.CurrentCount == 2
            ? Check.Right("进要等，出放行，关两次也只放一个人。")
            : Check.Wrong($"gate 原来有 2 个空位，进一个出一个以后有 {gate.CurrentCount} 个：关两次，只放行一次。");
    }

    private sealed class Room
    {
        private readonly Lock _gate = new();
        private int _inside;

        public int Most { get; private set; }

        public async Task VisitAsync(Func<Task<IAsyncDisposable>> acquire)
        {
            await using (await acquire())
            {
                lock (_gate) Most = Math.Max(Most, ++_inside);
                await Task.Delay(30);
                lock (_gate) _inside--;
            }
        }
    }

    private sealed class Steps
    {
        private string _calls = "";

        public Exception? BodyFails { get; init; }

        public Exception? RollbackFails { get; init; }

        public Exception? CommitFails { get; init; }

        public async Task<(string Calls, Exception? Error)> TryAsync(Func<Func<Task>, Func<Task>, Func<Task>, Task> run)
        {
            var error = await OutcomeAsync(CallAsync());
            return (_calls, error);

            async Task CallAsync() => await run(Step("正文", BodyFails), Step("提交", CommitFails), Step("回滚", RollbackFails));
        }

        private static async Task<Exception?> OutcomeAsync(Task running)
        {
            try { await running; }
            catch (OperationCanceledException error) { return error; }
            catch (Exception error) when (running.IsFaulted) { return error; }
            return null;
        }

        private Func<Task> Step(string name, Exception? error) => async () =>
        {
            await Task.Delay(5);
            _calls += name;
            if (error is not null)
                throw error;
        };
    }

    private sealed class Noisy(string name, List<string> log, Exception? error = null) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            log.Add(name + "开始");
            await Task.Delay(20);
            log.Add(name + "关好");
            if (error is not null)
                throw error;
        }
    }
}
