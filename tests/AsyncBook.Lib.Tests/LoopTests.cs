using System.Diagnostics;

namespace AsyncBook.Lib.Tests;

/// <summary>What every loop promises. EventLoopTests holds what the one of 1.1 promises besides.</summary>
public class LoopTests
{
    public static IEnumerable<TheoryDataRow<string>> Loops =>
        ["EventLoop", "FastEventLoop", .. EpollEventLoop.IsSupported ? new[] { "EpollEventLoop" } : []];

    [Theory, MemberData(nameof(Loops))]
    public Task None_of_a_million_callbacks_from_8_threads_is_lost_or_run_twice_and_each_thread_keeps_its_order(string name) => On(name, loop =>
    {
        const int threads = 8, each = 125_000;
        var seen = new int[threads];
        var inOrder = true;

        loop.Run(async () =>
        {
            var callSoon = loop.CallSoon();
            await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Factory.StartNew(() =>
            {
                for (var i = 0; i < each; i++)
                {
                    var number = i;
                    callSoon(() => inOrder &= seen[thread]++ == number);
                }
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            await Task.Yield();
        });

        Assert.Equal(Enumerable.Repeat(each, threads), seen);
        Assert.True(inOrder);
    });

    // A lost wake-up leaves both sides waiting for ever: one post at a time, each to a loop that is about to sleep.
    [Theory, MemberData(nameof(Loops))]
    public Task No_wake_up_is_lost_while_the_loop_goes_to_sleep(string name) => On(name, loop =>
    {
        var woken = 0;
        loop.Run(() => Task.WhenAll(Enumerable.Range(0, 4).Select(async seed =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                var pause = (i * 7919 + seed * 31) % 200;
                await Task.Run(() => Thread.SpinWait(pause));
                woken++;
            }
        })));
        Assert.Equal(40_000, woken);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task All_code_runs_on_the_thread_that_called_Run(string name) => On(name, loop =>
    {
        var threads = new HashSet<int>();
        async Task Work()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Delay(5);
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Run(() => { });
            threads.Add(Environment.CurrentManagedThreadId);
        }

        loop.Run(() => Task.WhenAll(Work(), loop.CreateTask(Work), Work()));

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task Created_tasks_start_cold_and_who_awaits_them_resumes_through_the_queue(string name) => On(name, loop =>
    {
        var printed = new List<string>();
        loop.Run(async () =>
        {
            var first = loop.CreateTask(async () => { printed.Add("1"); await Task.Yield(); printed.Add("first"); });
            var second = loop.CreateTask(async () => { printed.Add("2"); await Task.Yield(); printed.Add("second"); });
            printed.Add("main");
            await first;
            printed.Add("after first");
            await second;
        });
        Assert.Equal(["main", "1", "2", "first", "second", "after first"], printed);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task What_another_thread_queued_first_runs_first(string name) => On(name, loop =>
    {
        var order = new List<string>();
        loop.Run(async () =>
        {
            var callSoon = loop.CallSoon();
            for (var round = 0; round < 3; round++)
            {
                var other = new Thread(() => callSoon(() => order.Add("theirs")));
                other.Start();
                other.Join();
                var task = loop.CreateTask(() => { order.Add("task"); return Task.CompletedTask; });
                callSoon(() => order.Add("mine"));
                await task;
                await Task.Yield();
            }
        });
        Assert.Equal(["theirs", "task", "mine", "theirs", "task", "mine", "theirs", "task", "mine"], order);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task An_exception_of_main_surfaces_with_the_stack_of_where_it_was_thrown(string name) => On(name, loop =>
    {
        var error = Assert.Throws<TimeZoneNotFoundException>(() => loop.Run(ThrowLater));
        Assert.Contains(nameof(ThrowLater), error.StackTrace, StringComparison.Ordinal);
        Assert.Throws<TimeZoneNotFoundException>(() => loop.Run(() => throw new TimeZoneNotFoundException()));
    });

    [Theory, MemberData(nameof(Loops))]
    public Task An_exception_of_a_created_task_waits_for_who_awaits_it(string name) => On(name, loop => loop.Run(async () =>
    {
        var later = loop.CreateTask(ThrowLater);
        var atOnce = loop.CreateTask(() => throw new TimeZoneNotFoundException());
        await Task.Delay(30);
        var error = await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => later);
        Assert.Contains(nameof(ThrowLater), error.StackTrace, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => atOnce);
    }));

    [Theory, MemberData(nameof(Loops))]
    public Task An_exception_of_a_callback_or_an_async_void_method_surfaces_from_Run(string name) => On(name, loop =>
    {
        static async void Forget() => await ThrowLater();

        Assert.Throws<TimeZoneNotFoundException>(() => loop.Run(() =>
        {
            loop.CallSoon()(() => throw new TimeZoneNotFoundException());
            return Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        }));
        var error = Assert.Throws<TimeZoneNotFoundException>(() => loop.Run(() =>
        {
            Forget();
            return Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        }));
        Assert.Contains(nameof(ThrowLater), error.StackTrace, StringComparison.Ordinal);
        loop.Run(() => Task.Delay(1));
    });

    [Theory, MemberData(nameof(Loops))]
    public Task A_cancelled_main_and_a_cancelled_task_are_cancelled_not_failed(string name) => On(name, loop =>
    {
        using var cancel = new CancellationTokenSource(20);
        var error = Assert.ThrowsAny<OperationCanceledException>(() => loop.Run(() => Task.Delay(Timeout.Infinite, cancel.Token)));
        Assert.Equal(cancel.Token, error.CancellationToken);

        loop.Run(async () =>
        {
            using var cancel = new CancellationTokenSource();
            var task = loop.CreateTask(() => Task.Delay(Timeout.Infinite, cancel.Token));
            await Task.Yield();
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            Assert.True(task.IsCanceled);
        });
    });

    [Theory, MemberData(nameof(Loops))]
    public Task A_loop_inside_a_loop_is_refused_with_a_clear_message(string name) => On(name, loop => loop.Run(async () =>
    {
        await Task.Yield();
        var error = Assert.Throws<InvalidOperationException>(() => loop.Run(() => Task.CompletedTask));
        Assert.Contains("不要再调用 Run", error.Message, StringComparison.Ordinal);
    }));

    [Theory, MemberData(nameof(Loops))]
    public Task Work_given_to_a_loop_after_its_end_is_refused_and_a_late_continuation_is_dropped(string name) => On(name, loop =>
    {
        Action<Action> callSoon = _ => { };
        Action<TimeSpan, Action> callLater = (_, _) => { };
        SynchronizationContext? context = null;
        loop.Run(async () =>
        {
            await Task.Yield();
            (callSoon, callLater, context) = (loop.CallSoon(), loop.CallLater(), SynchronizationContext.Current);
        });

        var ran = new List<string>();
        Assert.Throws<InvalidOperationException>(() => callSoon(() => ran.Add("soon")));
        Assert.Throws<InvalidOperationException>(() => callLater(TimeSpan.Zero, () => ran.Add("later")));
        context!.Post(_ => ran.Add("posted"), null);

        // Nor does the next loop on this thread run it.
        loop.Run(() => Task.Delay(50));
        Assert.Empty(ran);
    });

    // Threads that post while the loop ends: each post is either taken or refused, and none hurts a later loop.
    [Theory, MemberData(nameof(Loops))]
    public Task Ending_while_others_post_harms_nobody(string name) => On(name, loop =>
    {
        for (var round = 0; round < 200; round++)
        {
            Action<Action> callSoon = _ => { };
            var posting = Task.CompletedTask;
            loop.Run(async () =>
            {
                callSoon = loop.CallSoon();
                posting = Task.Run(() =>
                {
                    while (true)
                    {
                        callSoon(() => { });
                    }
                });
                await Task.Yield();
            });
            Assert.ThrowsAny<AggregateException>(() => posting.Wait(TimeSpan.FromSeconds(20)));
        }
    });

    [Theory, MemberData(nameof(Loops))]
    public Task Timers_run_in_order_of_time_then_of_the_calls_and_not_too_early(string name) => On(name, loop =>
    {
        var order = new List<string>();
        var watch = Stopwatch.StartNew();
        loop.Run(async () =>
        {
            var callLater = loop.CallLater();
            var done = new TaskCompletionSource();
            // Late enough for a pool that is busy with other tests to have begun by then.
            callLater(TimeSpan.FromSeconds(2), () => order.Add("late"));
            callLater(TimeSpan.FromSeconds(2), done.SetResult);
            callLater(TimeSpan.FromMilliseconds(20), () => order.Add("early"));
            callLater(TimeSpan.Zero, () => order.Add("now"));
            await Task.Run(() => callLater(TimeSpan.FromMilliseconds(60), () => order.Add("from another thread")));
            await done.Task;
        });
        Assert.Equal(["now", "early", "from another thread", "late"], order);
        Assert.True(watch.ElapsedMilliseconds >= 2000);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task A_callback_sees_the_AsyncLocal_values_of_who_queued_it_and_keeps_its_own_to_itself(string name) => On(name, loop =>
    {
        var local = new AsyncLocal<string>();
        var seen = new List<string?>();
        loop.Run(async () =>
        {
            local.Value = "mine";
            loop.CallSoon()(() => { seen.Add(local.Value); local.Value = "theirs"; });
            loop.CallLater()(TimeSpan.Zero, () => seen.Add(local.Value));
            var task = loop.CreateTask(() => { seen.Add(local.Value); local.Value = "its own"; return Task.CompletedTask; });
            await Task.Delay(300);
            await task;
            seen.Add(local.Value);
        });
        Assert.Equal(["mine", "mine", "mine", "mine"], seen);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task What_a_callback_sets_is_gone_after_it_also_where_nobody_had_set_anything(string name) => On(name, loop =>
    {
        var local = new AsyncLocal<string>();
        var seen = new List<string?>();
        loop.Run(async () =>
        {
            var (after, waiting) = (loop.CallSoon(), new TaskCompletionSource());
            after(() => { local.Value = "left behind"; SynchronizationContext.SetSynchronizationContext(null); });
            after(() => seen.Add(local.Value));
            after(() => { seen.Add(SynchronizationContext.Current is null ? "no loop" : "the loop"); waiting.SetResult(); });
            await waiting.Task;
            seen.Add(local.Value);
        });
        Assert.Equal([null, "the loop", null], seen);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task A_method_that_fails_before_its_first_await_fails_its_task_and_not_the_loop(string name) => On(name, loop => loop.Run(async () =>
    {
        var given = new OperationCanceledException("enough");
        var (failed, cancelled, none) = (loop.CreateTask(Fail), loop.CreateTask(() => throw given), loop.CreateTask(() => null!));
        await Task.WhenAny(Task.WhenAll(failed, cancelled, none));
        Assert.Contains(nameof(Fail), (await Assert.ThrowsAsync<FormatException>(() => failed)).StackTrace, StringComparison.Ordinal);
        Assert.True(cancelled.IsCanceled);
        Assert.Same(given, await Assert.ThrowsAsync<OperationCanceledException>(() => cancelled));
        Assert.True(none.IsFaulted);

        static Task Fail() => throw new FormatException();
    }));

    [Theory, MemberData(nameof(Loops))]
    public Task Main_may_end_on_another_thread(string name) => On(name, loop =>
    {
        var ended = 0;
        for (var i = 0; i < 100; i++)
        {
            loop.Run(() => Task.Run(() => { }).ContinueWith(_ => Interlocked.Increment(ref ended), TaskScheduler.Default));
            loop.Run(async () =>
            {
                await Task.Delay(1).ConfigureAwait(false);
                Interlocked.Increment(ref ended);
            });
        }

        Assert.Equal(200, ended);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task What_still_waits_when_main_ends_never_resumes(string name) => On(name, loop =>
    {
        var resumed = false;
        loop.Run(async () =>
        {
            _ = loop.CreateTask(async () => { await Task.Delay(300); resumed = true; });
            await Task.Yield();
            loop.CallSoon()(() => resumed = true);
        });
        Thread.Sleep(500);
        Assert.False(resumed);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task An_idle_loop_sleeps_instead_of_using_the_processor(string name) => On(name, loop =>
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a single thread's processor time is read from /proc");
        loop.Run(() => Task.Delay(1));
        var before = ThreadTime();
        loop.Run(() => Task.Delay(600));
        var used = ThreadTime() - before;
        Assert.True(used < TimeSpan.FromMilliseconds(200), $"600 ms of waiting used {used.TotalMilliseconds} ms");
    });

    [Theory, MemberData(nameof(Loops))]
    public Task Many_loops_run_side_by_side(string name) => On(name, loop =>
    {
        var ran = 0;
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => loop.Run(async () =>
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => loop.CreateTask(async () =>
            {
                await Task.Yield();
                Interlocked.Increment(ref ran);
            })))));
        Assert.Equal(4000, ran);
    });

    [Theory, MemberData(nameof(Loops))]
    public Task A_million_cancelled_timers_take_no_room_until_they_are_due(string name) => On(name, loop => loop.Run(async () =>
    {
        var start = loop.StartTimer();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 1_000_000; i++)
        {
            start(TimeSpan.FromHours(1), () => { })();
        }
        await Task.Yield();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 10_000_000);
    }));

    [Theory, MemberData(nameof(Loops))]
    public Task Timers_cancelled_by_other_threads_take_no_room_either_and_the_others_still_run(string name) => On(name, loop => loop.Run(async () =>
    {
        var (start, ran, done) = (loop.StartTimer(), 0, new TaskCompletionSource());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cancels = Enumerable.Range(0, 200_000).Select(_ => start(TimeSpan.FromHours(1), () => { })).ToList();
        for (var i = 0; i < 10; i++)
        {
            start(TimeSpan.FromMilliseconds(500), () => { if (++ran == 10) { done.SetResult(); } });
        }
        await Task.Run(() => cancels.ForEach(cancel => { cancel(); cancel(); }));
        cancels = null;
        await done.Task;
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 10_000_000);
    }));

    [Theory, MemberData(nameof(Loops))]
    public Task A_timer_for_the_end_of_time_is_not_due_and_one_for_the_past_is(string name) => On(name, loop => loop.Run(async () =>
    {
        var (later, seen, done) = (loop.CallLater(), new List<string>(), new TaskCompletionSource());
        foreach (var never in new[] { TimeSpan.MaxValue, TimeSpan.MaxValue - TimeSpan.FromTicks(1), TimeSpan.FromDays(9_000_000) })
        {
            later(never, () => seen.Add("never"));
        }
        later(TimeSpan.FromMilliseconds(100), done.SetResult);
        later(TimeSpan.MinValue, () => seen.Add("past"));
        later(TimeSpan.FromSeconds(-1), () => seen.Add("a second ago"));
        await done.Task;
        Assert.Equal(["past", "a second ago"], seen);
    }));

    [Theory, MemberData(nameof(Loops))]
    public Task A_timer_that_has_run_may_be_cancelled_and_a_cancelled_one_does_not_run(string name) => On(name, loop => loop.Run(async () =>
    {
        var (start, seen, done) = (loop.StartTimer(), new List<string>(), new TaskCompletionSource());
        var first = start(TimeSpan.Zero, () => seen.Add("first"));
        var second = start(TimeSpan.FromMilliseconds(20), () => seen.Add("second"));
        start(TimeSpan.FromMilliseconds(1), second);
        start(TimeSpan.FromMilliseconds(60), done.SetResult);
        await done.Task;
        first();
        Assert.Equal(["first"], seen);
    }));

    [Fact]
    public void The_pool_is_a_policy_too_and_a_policy_changes_nothing_else()
    {
        var policies = new[] { LoopPolicy.Readable, LoopPolicy.Fast, LoopPolicy.Epoll, LoopPolicy.ThreadPool };
        foreach (var policy in policies.Where(policy => policy != LoopPolicy.Epoll || EpollEventLoop.IsSupported))
        {
            var ran = 0;
            policy.Run(async () =>
            {
                await Task.Delay(1);
                await policy.CreateTask(async () => { await Task.Yield(); ran++; });
            });
            Assert.Equal(1, ran);
        }
    }

    internal static Task On(string name, Action<Loop> test)
    {
        var loop = name switch
        {
            "EventLoop" => new Loop(EventLoop.Run, EventLoop.CreateTask, () => EventLoop.Current.CallSoon,
                () => { var loop = EventLoop.Current; return (delay, callback) => loop.CallLater(delay, callback).Cancel; }),
            "FastEventLoop" => new Loop(FastEventLoop.Run, FastEventLoop.CreateTask, () => FastEventLoop.Current.CallSoon,
                StartFast),
            _ => new Loop(EpollEventLoop.Run, FastEventLoop.CreateTask, () => EpollEventLoop.Current.CallSoon,
                StartFast),
        };
        // Every test ends by itself within seconds; two minutes only tolerate a machine busy with something else.
        return Task.Factory.StartNew(() => test(loop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(TimeSpan.FromMinutes(2));

        static Func<TimeSpan, Action, Action> StartFast()
        {
            var loop = FastEventLoop.Current;
            return (delay, callback) => loop.CallLater(delay, callback).Cancel;
        }
    }

    private static async Task ThrowLater()
    {
        await Task.Delay(5);
        throw new TimeZoneNotFoundException("from ThrowLater");
    }

    // Processor time of this thread alone: other tests run beside this one.
    private static TimeSpan ThreadTime()
    {
        var fields = File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var ticks = fields.Skip(11).Take(2).Sum(field => long.Parse(field, System.Globalization.CultureInfo.InvariantCulture));
        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    internal delegate Task Creating(Func<Task> func, string? name = null);

    // StartTimer gives, on the loop, what starts a timer and returns how to cancel it.
    internal sealed record Loop(
        Action<Func<Task>> Run, Creating Creator, Func<Action<Action>> CallSoon, Func<Func<TimeSpan, Action, Action>> StartTimer)
    {
        public Task CreateTask(Func<Task> func) => Creator(func);

        public Action<TimeSpan, Action> CallLater()
        {
            var start = StartTimer();
            return (delay, callback) => start(delay, callback);
        }
    }
}
