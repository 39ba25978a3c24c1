#nullable enable
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Judges the answer to the exercise of the tests. Import Check.cs first.</summary>
public static class TestingChecks
{
    private static readonly TimeSpan _life = TimeSpan.FromMinutes(5), _tick = TimeSpan.FromTicks(1), _generous = TimeSpan.FromSeconds(5);

    /// <summary>testing-a: a value that is loaded again once it is too old.</summary>
    /// <param name="create">The learner's GetAsync, for a load, a life and a time.</param>
    public static async Task<Verdict> FreshAsync(Func<Func<Task<int>>, TimeSpan, TimeProvider, Func<Task<int>>> create)
    {
        Func<Func<Func<Task<int>>, TimeSpan, TimeProvider, Func<Task<int>>>, Task<string?>>[] steps = [AgesAsync, SharesAsync, FailsAsync, RacesAsync];
        foreach (var step in steps)
        {
            if (await step(create) is { } why)
                return Check.Wrong(why);
        }
        return Check.Right("不早一刻，不晚一刻；来多少人都只取一次；失败的不留");
    }

    private static async Task<string?> AgesAsync(Func<Func<Task<int>>, TimeSpan, TimeProvider, Func<Task<int>>> create)
    {
        var (time, loads) = (new HandTime(), 0);
        var slow = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var get = create(() => ++loads == 1 ? slow.Task : Task.FromResult(loads), _life, time);
        if (loads != 0)
            return "还没有人要，就去取了：第一次 GetAsync 的时候才取";
        var first = get();
        time.Advance(_life / 2);                         // the load itself takes long
        slow.SetResult(1);
        if (await first.WaitAsync(_generous) != 1)
            return "第一次取到的是 1，GetAsync 给的不是 1";
        time.Advance(_life - _tick);
        if (await get().WaitAsync(_generous) != 1)
            return "取到以后还不满 life，又去取了：life 从取到的时候算起，不是从开始取的时候";
        time.Advance(_tick);
        if (await get().WaitAsync(_generous) != 2)
            return "取到以后满了 life，还在给旧的：看的应当是 time，不是真的钟；从取到的时候算起，刚好满也算满";
        time.Advance(_life - _tick);
        if (await get().WaitAsync(_generous) != 2)
            return "第二次取到的，也要用满 life";
        time.Advance(_tick);
        return await get().WaitAsync(_generous) == 3 ? null : "第二次取到的满了 life，没有再取";
    }

    private static async Task<string?> SharesAsync(Func<Func<Task<int>>, TimeSpan, TimeProvider, Func<Task<int>>> create)
    {
        var (loads, box) = (0, new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously));
        var get = create(() => { Interlocked.Increment(ref loads); return box.Task; }, _life, new HandTime());
        var all = Enumerable.Range(0, 10).Select(_ => get()).ToList();
        SpinWait.SpinUntil(() => Volatile.Read(ref loads) > 0, _generous);
        if (loads != 1)
            return $"正在取的时候来了十个人，取了 {loads} 次，应当只取一次：存任务，不存值";
        if (all.Any(one => one.IsCompleted))
            return "还没取到，GetAsync 的任务就完成了";
        box.SetResult(7);
        return (await Task.WhenAll(all).WaitAsync(_generous)).All(value => value == 7) ? null : "一起等的人，应当得到同样的结果";
    }

    private static async Task<string?> FailsAsync(Func<Func<Task<int>>, TimeSpan, TimeProvider, Func<Task<int>>> create)
    {
        foreach (var atOnce in new[] { false, true })
        {
            var loads = 0;
            var box = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            var get = create(() => ++loads > 1 ? Task.FromResult(2) : atOnce ? Task.FromException<int>(new TimeoutException()) : box.Task, _life, new HandTime());
            List<Task<int>> all = [get()];
            if (!atOnce)
                all.Add(get());
            box.TrySetException(new TimeoutException());
            foreach (var one in all)
            {
                try
                {
                    await one.WaitAsync(_generous);
                    return "取失败了，等的人没有得到异常";
                }
                catch (TimeoutException) when (one.IsFaulted) { }
            }
            try
            {
                if (await get().WaitAsync(_generous) != 2)
                    return "失败以后再要，没有重新取";
            }
            catch (TimeoutException) { return "失败以后再要，得到的还是上一次的异常：失败的任务不能留在缓存里"; }
        }
        return null;
    }

    // The first to load stays inside load until another comes, or long enough for one to come.
    private static async Task<string?> RacesAsync(Func<Func<Task<int>>, TimeSpan, TimeProvider, Func<Task<int>>> create)
    {
        for (var round = 0; round < 10; round++)
        {
            var loads = 0;
            var get = create(() =>
            {
                Interlocked.Increment(ref loads);
                SpinWait.SpinUntil(() => Volatile.Read(ref loads) > 1, 40);
                return Task.FromResult(1);
            }, _life, new HandTime());
            using var together = new Barrier(3);
            var threads = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(() =>
            {
                together.SignalAndWait(_generous);
                return get();
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());
            await Task.WhenAll(threads).WaitAsync(_generous * 2);
            if (loads != 1)
                return $"三个线程同时来要，取了 {loads} 次，应当只取一次：看和换要在同一把锁里";
        }
        return null;
    }

    // A clock that goes when it is told to, and wakes who asked it for a timer.
    private sealed class HandTime : TimeProvider
    {
        private readonly List<HandTimer> _timers = [];
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Volatile.Read(ref _now);

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(GetTimestamp());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new HandTimer(this, () => callback(state));
            timer.Change(dueTime, period);
            lock (_timers)
                _timers.Add(timer);
            return timer;
        }

        public void Advance(TimeSpan by)
        {
            Volatile.Write(ref _now, _now + by.Ticks);
            HandTimer[] due;
            lock (_timers)
                due = [.. _timers.Where(timer => timer.Due <= _now)];
            foreach (var timer in due)
                timer.Fire();
        }

        private sealed class HandTimer(HandTime time, Action callback) : ITimer
        {
            public long Due { get; private set; } = long.MaxValue;

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : time.GetTimestamp() + dueTime.Ticks;
                return true;
            }

            public void Fire()
            {
                Due = long.MaxValue;
                callback();
            }

            public void Dispose() => Due = long.MaxValue;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
