namespace AsyncBook.Lib.Tests;

public class TaskScopeTests
{
    private const int Generous = 20_000;

    [Fact(Timeout = Generous)]
    public async Task The_bodys_exception_comes_out_itself_after_its_siblings_were_cancelled_and_cleaned_up()
    {
        var (log, cause) = (new List<string>(), new FormatException());
        var seen = await Assert.ThrowsAsync<FormatException>(() => TaskScope.RunAsync(async scope =>
        {
            scope.Start(() => SleepAsync(scope, log));
            await Task.Yield();
            throw cause;
        }));

        Assert.Same(cause, seen);
        Assert.Equal(["cancelled", "cleaned up"], log);
    }

    [Fact(Timeout = Generous)]
    public async Task A_childs_failure_cancels_the_body_and_the_other_children()
    {
        var log = new List<string>();
        await Assert.ThrowsAsync<FormatException>(() => TaskScope.RunAsync(async scope =>
        {
            scope.Start(async () => { await Task.Yield(); throw new FormatException(); });
            await SleepAsync(scope, log);
        }));

        Assert.Equal(["cancelled", "cleaned up"], log);
    }

    [Fact(Timeout = Generous)]
    public async Task Two_failures_come_out_together_in_the_order_in_which_they_happened()
    {
        var both = await Assert.ThrowsAsync<AggregateException>(() => TaskScope.RunAsync(scope =>
        {
            scope.Start(() => throw new FormatException());
            scope.Start(() => throw new TimeoutException());
            return Task.CompletedTask;
        }));

        Assert.Equal([typeof(FormatException), typeof(TimeoutException)], both.InnerExceptions.Select(error => error.GetType()));
    }

    [Fact(Timeout = Generous)]
    public async Task Nobody_leaves_before_what_a_child_started_has_ended()
    {
        var hasEnded = false;
        await TaskScope.RunAsync(scope =>
        {
            scope.Start(async () =>
            {
                await Task.Yield();
                scope.Start(async () => { await Task.Delay(50); hasEnded = true; });
            });
            return Task.CompletedTask;
        });

        Assert.True(hasEnded);
    }

    [Fact(Timeout = Generous)]
    public async Task Cancelled_from_outside_it_says_so()
    {
        var log = new List<string>();
        using var cancellation = new CancellationTokenSource();
        var running = TaskScope.RunAsync(scope => SleepAsync(scope, log), cancellation.Token);
        await cancellation.CancelAsync();

        var seen = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(cancellation.Token, seen.CancellationToken);
        Assert.Equal(["cancelled", "cleaned up"], log);
    }

    [Fact(Timeout = Generous)]
    public async Task A_cancellation_nobody_asked_for_is_a_failure() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => TaskScope.RunAsync(_ => Task.FromCanceled(new CancellationToken(canceled: true))));

    private static async Task SleepAsync(TaskScope scope, List<string> log)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, scope.Token);
        }
        catch (OperationCanceledException)
        {
            log.Add("cancelled");
            throw;
        }
        finally
        {
            await Task.Yield();
            log.Add("cleaned up");
        }
    }
}
