using System.Collections.Concurrent;
using System.Diagnostics;

namespace AsyncBook.Tests;

public class EventLoopTests
{
    [Fact]
    public Task Run_returns_what_main_returns() => OnItsOwnThread(() =>
        Assert.Equal("任务返回值", EventLoop.Run(async () => { await Task.Yield(); return "任务返回值"; })));

    [Fact]
    public Task All_code_runs_on_the_thread_that_called_Run() => OnItsOwnThread(() =>
    {
        var threads = new ConcurrentBag<int>();
        async Task Work()
        {
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Delay(5);
            threads.Add(Environment.CurrentManagedThreadId);
            await Task.Run(() => { });
            threads.Add(Environment.CurrentManagedThreadId);
        }

        EventLoop.Run(() => Task.WhenAll(Work(), EventLoop.CreateTask(Work), Work()));

        Assert.Equal(9, threads.Count);
        Assert.Equal([Environment.CurrentManagedThreadId], threads.Distinct());
    });

    [Fact]
    public Task Created_tasks_start_cold_and_in_order_as_in_asyncio() => OnItsOwnThread(() =>
    {
        var printed = new List<string>();
        async Task Func()
        {
            printed.Add("1");
            await Task.Delay(100);
            printed.Add("2");
        }

        EventLoop.Run(async () =>
        {
            printed.Add("main开始");
            var task1 = EventLoop.CreateTask(Func);
            var task2 = EventLoop.CreateTask(Func);
            printed.Add("main结束");
            await task1;
            await task2;
        });

        Assert.Equal(["main开始", "main结束", "1", "1", "2", "2"], printed);
    });

    [Fact]
    public Task Who_awaits_a_created_task_resumes_through_the_queue_as_in_asyncio() => OnItsOwnThread(() =>
    {
        var printed = new List<string>();
        EventLoop.Run(async () =>
        {
            var first = EventLoop.CreateTask(async () => { await Task.Yield(); printed.Add("first"); });
            var second = EventLoop.CreateTask(async () => { await Task.Yield(); printed.Add("second"); });
            await first;
            printed.Add("after first");
            await second;
        });
        Assert.Equal(["first", "second", "after first"], printed);
    });

    [Fact]
    public Task A_created_task_keeps_its_name_as_its_state() => OnItsOwnThread(() =>
        Assert.Equal("n1", EventLoop.Run(async () =>
        {
            var task = EventLoop.CreateTask(() => Task.FromResult(1), "n1");
            await task;
            return task.AsyncState;
        })));

    [Fact]
    public Task An_exception_of_main_surfaces_with_the_stack_of_where_it_was_thrown() => OnItsOwnThread(() =>
    {
        var error = Assert.Throws<TimeZoneNotFoundException>(() => EventLoop.Run(ThrowLater));
        Assert.Contains(nameof(ThrowLater), error.StackTrace, StringComparison.Ordinal);
    });

    [Fact]
    public Task An_exception_before_the_first_await_of_main_surfaces_too() => OnItsOwnThread(() =>
        Assert.Throws<TimeZoneNotFoundException>(() => EventLoop.Run(Task () => throw new TimeZoneNotFoundException())));

    [Fact]
    public Task An_exception_of_a_created_task_waits_for_who_awaits_it() => OnItsOwnThread(() => EventLoop.Run(async () =>
    {
        var task = EventLoop.CreateTask(ThrowLater);
        await Task.Delay(30);
        var error = await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => task);
        Assert.Contains(nameof(ThrowLater), error.StackTrace, StringComparison.Ordinal);
    }));

    [Fact]
    public Task A_task_whose_function_throws_at_once_fails_instead_of_stopping_the_loop() => OnItsOwnThread(() => EventLoop.Run(async () =>
    {
        var task = EventLoop.CreateTask(Task<int> () => throw new TimeZoneNotFoundException());
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => task);
    }));

    [Fact]
    public Task An_exception_of_a_callback_surfaces_from_Run() => OnItsOwnThread(() =>
    {
        Task Main()
        {
            EventLoop.Current.CallSoon(() => throw new TimeZoneNotFoundException());
            return Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        }

        Assert.Throws<TimeZoneNotFoundException>(() => EventLoop.Run(Main));
        Assert.Equal(1, EventLoop.Run(() => Task.FromResult(1)));
    });

    [Fact]
    public Task An_exception_of_an_async_void_method_surfaces_from_Run() => OnItsOwnThread(() =>
    {
        static async void Forget() => await ThrowLater();

        var error = Assert.Throws<TimeZoneNotFoundException>(() => EventLoop.Run(() =>
        {
            Forget();
            return Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        }));
        Assert.Contains(nameof(ThrowLater), error.StackTrace, StringComparison.Ordinal);
    });

    [Fact]
    public Task A_cancelled_main_surfaces_as_a_cancellation() => OnItsOwnThread(() =>
    {
        using var cancel = new CancellationTokenSource(20);
        var error = Assert.ThrowsAny<OperationCanceledException>(() =>
            EventLoop.Run(() => Task.Delay(Timeout.Infinite, cancel.Token)));
        Assert.Equal(cancel.Token, error.CancellationToken);
    });

    [Fact]
    public Task A_cancelled_created_task_is_cancelled_not_failed() => OnItsOwnThread(() => EventLoop.Run(async () =>
    {
        using var cancel = new CancellationTokenSource();
        var task = EventLoop.CreateTask(() => Task.Delay(Timeout.Infinite, cancel.Token));
        await Task.Yield();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.True(task.IsCanceled);
    }));

    [Fact]
    public Task A_loop_inside_a_loop_is_refused_with_a_clear_message() => OnItsOwnThread(() => EventLoop.Run(async () =>
    {
        await Task.Yield();
        var error = Assert.Throws<InvalidOperationException>(() => EventLoop.Run(() => Task.CompletedTask));
        Assert.Contains("await", error.Message, StringComparison.Ordinal);
        Assert.NotNull(EventLoop.Current);
    }));

    [Fact]
    public Task A_loop_inside_a_pool_thread_of_a_loop_is_its_own_loop() => OnItsOwnThread(() => EventLoop.Run(async () =>
    {
        var outer = EventLoop.Current;
        var inner = await Task.Run(() => EventLoop.Run(async () => { await Task.Yield(); return EventLoop.Current; }));
        Assert.NotSame(outer, inner);
        Assert.Same(outer, EventLoop.Current);
    }));

    [Fact]
    public Task Current_is_refused_where_no_loop_runs() => OnItsOwnThread(() =>
    {
        Assert.Throws<InvalidOperationException>(() => EventLoop.Current);
        EventLoop.Run(() => Task.Run(() => Assert.Throws<InvalidOperationException>(() => EventLoop.Current)));
        Assert.Throws<InvalidOperationException>(() => EventLoop.Current);
    });

    [Fact]
    public Task Run_puts_the_previous_context_back_also_after_a_failure() => OnItsOwnThread(() =>
    {
        var previous = SynchronizationContext.Current;
        var mine = new SynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(mine);
        try
        {
            EventLoop.Run(() => Task.Delay(1));
            Assert.Same(mine, SynchronizationContext.Current);
            Assert.Throws<TimeZoneNotFoundException>(() => EventLoop.Run(ThrowLater));
            Assert.Same(mine, SynchronizationContext.Current);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(previous);
        }
    });

    [Fact]
    public Task None_of_400_000_callbacks_from_8_threads_is_lost_and_each_thread_keeps_its_order() => OnItsOwnThread(() =>
    {
        const int threads = 8, each = 50_000;
        var seen = new int[threads];
        var inOrder = true;

        EventLoop.Run(async () =>
        {
            var loop = EventLoop.Current;
            await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Run(() =>
            {
                for (var i = 0; i < each; i++)
                {
                    var number = i;
                    loop.CallSoon(() => inOrder &= seen[thread]++ == number);
                }
            })));
            await Task.Yield();
        });

        Assert.Equal(Enumerable.Repeat(each, threads), seen);
        Assert.True(inOrder);
    });

    [Fact]
    public Task CallSoon_runs_in_order_after_the_code_that_runs_now() => OnItsOwnThread(() =>
    {
        var order = new List<int>();
        EventLoop.Run(async () =>
        {
            for (var i = 1; i <= 3; i++)
            {
                var number = i;
                EventLoop.Current.CallSoon(() => order.Add(number));
            }
            order.Add(0);
            await Task.Yield();
        });
        Assert.Equal([0, 1, 2, 3], order);
    });

    [Fact]
    public Task CallLater_runs_in_order_of_time_then_of_the_calls_and_not_too_early() => OnItsOwnThread(() =>
    {
        var order = new List<string>();
        var watch = Stopwatch.StartNew();
        EventLoop.Run(async () =>
        {
            var loop = EventLoop.Current;
            var done = new TaskCompletionSource();
            loop.CallLater(TimeSpan.FromMilliseconds(60), () => order.Add("late"));
            loop.CallLater(TimeSpan.FromMilliseconds(60), done.SetResult);
            loop.CallLater(TimeSpan.FromMilliseconds(20), () => order.Add("early"));
            loop.CallLater(TimeSpan.Zero, () => order.Add("now"));
            loop.CallLater(TimeSpan.FromMilliseconds(40), () => order.Add("cancelled")).Cancel();
            await done.Task;
        });
        Assert.Equal(["now", "early", "late"], order);
        Assert.True(watch.ElapsedMilliseconds >= 60);
    });

    [Fact]
    public Task A_callback_sees_the_AsyncLocal_values_of_who_queued_it_and_keeps_its_own_to_itself() => OnItsOwnThread(() =>
    {
        var local = new AsyncLocal<string>();
        var seen = new List<string?>();
        EventLoop.Run(async () =>
        {
            local.Value = "mine";
            EventLoop.Current.CallSoon(() => { seen.Add(local.Value); local.Value = "theirs"; });
            EventLoop.Current.CallLater(TimeSpan.Zero, () => seen.Add(local.Value));
            await Task.Delay(30);
            seen.Add(local.Value);
        });
        Assert.Equal(["mine", "mine", "mine"], seen);
    });

    [Fact]
    public Task An_idle_loop_sleeps_instead_of_using_the_processor() => OnItsOwnThread(() =>
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a single thread's processor time is read from /proc");
        var before = ThreadTime();
        EventLoop.Run(() => Task.Delay(600));
        var used = ThreadTime() - before;
        // Waking up costs well under a millisecond; 200 ms leaves room for a first-call compile on a busy machine.
        Assert.True(used < TimeSpan.FromMilliseconds(200), $"600 ms of waiting used {used.TotalMilliseconds} ms");
    });

    [Fact]
    public Task Work_given_to_a_loop_after_its_end_is_refused_and_a_late_continuation_is_dropped() => OnItsOwnThread(() =>
    {
        var (loop, context) = EventLoop.Run(async () =>
        {
            await Task.Yield();
            return (EventLoop.Current, SynchronizationContext.Current!);
        });

        Assert.Throws<InvalidOperationException>(() => loop.CallSoon(() => { }));
        Assert.Throws<InvalidOperationException>(() => loop.CallLater(TimeSpan.Zero, () => { }));
        context.Post(_ => Assert.Fail("must not run"), null);
    });

    [Fact]
    public Task What_still_waits_when_main_ends_never_resumes() => OnItsOwnThread(() =>
    {
        var resumed = false;
        EventLoop.Run(async () =>
        {
            _ = EventLoop.CreateTask(async () => { await Task.Delay(20); resumed = true; });
            await Task.Yield();
        });
        Thread.Sleep(100);
        Assert.False(resumed);
    });

    [Fact]
    public Task Main_may_end_on_another_thread() => OnItsOwnThread(() =>
        Assert.Equal(7, EventLoop.Run(async () =>
        {
            await Task.Delay(20).ConfigureAwait(false);
            return 7;
        })));

    [Fact]
    public Task Many_loops_run_side_by_side_on_their_own_threads() => OnItsOwnThread(() =>
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Assert.Equal(i, EventLoop.Run(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => EventLoop.CreateTask(async () => await Task.Yield())));
            return await Task.Run(() => i);
        }))));

    // Every test ends by itself within a second or two; a minute only tolerates a machine busy with something else.
    private static Task OnItsOwnThread(Action test) => Task.Factory
        .StartNew(test, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
        .WaitAsync(TimeSpan.FromMinutes(1));

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
}
