namespace AsyncBook.Lib.Tests;

/// <summary>What the loop of 1.1 promises beyond what LoopTests holds every loop to.</summary>
public class EventLoopTests
{
    [Fact]
    public Task Run_returns_what_main_returns() => OnItsOwnThread(() =>
        Assert.Equal("任务返回值", EventLoop.Run(async () => { await Task.Yield(); return "任务返回值"; })));

    [Fact]
    public Task A_created_task_keeps_its_name_as_its_state() => OnItsOwnThread(() =>
        Assert.Equal("n1", EventLoop.Run(async () =>
        {
            var task = EventLoop.CreateTask(() => Task.FromResult(1), "n1");
            await task;
            return task.AsyncState;
        })));

    [Fact]
    public Task An_exception_before_the_first_await_of_main_surfaces_too() => OnItsOwnThread(() =>
        Assert.Throws<TimeZoneNotFoundException>(() => EventLoop.Run(Task () => throw new TimeZoneNotFoundException())));

    [Fact]
    public Task A_task_whose_function_throws_at_once_fails_instead_of_stopping_the_loop() => OnItsOwnThread(() => EventLoop.Run(async () =>
    {
        var task = EventLoop.CreateTask(Task<int> () => throw new TimeZoneNotFoundException());
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => task);
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
            Assert.Throws<TimeZoneNotFoundException>(() => EventLoop.Run(async () => { await Task.Yield(); throw new TimeZoneNotFoundException(); }));
            Assert.Same(mine, SynchronizationContext.Current);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(previous);
        }
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

    private static Task OnItsOwnThread(Action test) => Task.Factory
        .StartNew(test, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
        .WaitAsync(TimeSpan.FromMinutes(1));
}
