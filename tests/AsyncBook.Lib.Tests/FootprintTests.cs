namespace AsyncBook.Lib.Tests;

public sealed class FootprintTests
{
    [Fact]
    public void Code_that_queues_itself_on_its_loop_stays_at_home() => EventLoop.Run(async () =>
    {
        var (loop, footprint, done) = (EventLoop.Current, new Footprint(), new TaskCompletionSource());
        footprint.Call(() => loop.CallLater(TimeSpan.FromMilliseconds(1), () => loop.CallSoon(done.SetResult)));
        await done.Task;
        Assert.False(footprint.IsElsewhere);
        Assert.False(footprint.Spins);
    });

    [Theory]
    [InlineData("a thread")]
    [InlineData("the pool")]
    [InlineData("a timer")]
    [InlineData("await")]
    public async Task Code_that_goes_to_another_thread_is_seen_there(string way)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Footprint? footprint = null;
        Timer? timer = null;
        async Task LeaveAsync()
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
            done.SetResult();
        }

        // A thread of its own to be at home on: none that the code could come to by chance.
        await Task.Factory.StartNew(() =>
        {
            footprint = new Footprint();
            footprint.Call(() => _ = way switch
            {
                "a thread" => (object)Started(new Thread(done.SetResult)),
                "the pool" => ThreadPool.QueueUserWorkItem(_ => done.SetResult()),
                "a timer" => timer = new Timer(_ => done.SetResult(), null, 1, Timeout.Infinite),
                _ => LeaveAsync(),
            });
            Assert.True(done.Task.Wait(TimeSpan.FromSeconds(30)));
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.True(footprint!.IsElsewhere);
        await (timer?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public void Code_that_looks_again_and_again_spins() => EventLoop.Run(async () =>
    {
        var (loop, footprint, looks, done) = (EventLoop.Current, new Footprint(), 0, new TaskCompletionSource());
        void Look()
        {
            if (++looks == 1000)
            {
                done.SetResult();
            }
            else
            {
                loop.CallSoon(Look);
            }
        }

        footprint.Call(Look);
        await done.Task;
        Assert.True(footprint.Spins);
    });

    [Fact]
    public void The_context_is_back_after_the_call() => EventLoop.Run(() =>
    {
        var context = SynchronizationContext.Current;
        Assert.Throws<TimeZoneNotFoundException>(() => new Footprint().Call(() => throw (SynchronizationContext.Current is null ? new TimeZoneNotFoundException() : new InvalidOperationException())));
        Assert.Same(context, SynchronizationContext.Current);
        return Task.CompletedTask;
    });

    private static Thread Started(Thread thread)
    {
        thread.Start();
        return thread;
    }
}
