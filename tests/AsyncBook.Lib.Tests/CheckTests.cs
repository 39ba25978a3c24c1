namespace AsyncBook.Lib.Tests;

/// <summary>Tests that take the console for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleGroup
{
    public const string Name = "console";
}

[Collection(ConsoleGroup.Name)]
public sealed class CheckTests : IDisposable
{
    private const int Generous = 20_000;
    private static readonly TextWriter _console = Console.Out;
    private readonly StringWriter _printed = new();

    public CheckTests() => Console.SetOut(_printed);

    public void Dispose()
    {
        Console.SetOut(_console);
        _printed.Dispose();
    }

    [Fact(Timeout = Generous)]
    public async Task A_right_answer_is_told_why_it_is_right() =>
        Assert.Equal("1.4-a 通过：两个任务一起跑。\n", await Print(() => Task.FromResult(Check.Right("两个任务一起跑。"))));

    [Fact(Timeout = Generous)]
    public async Task A_wrong_answer_is_told_what_is_wrong_with_it() =>
        Assert.Equal("1.4-a 还不对：少了一个 await。\n", await Print(() => Task.FromResult(Check.Wrong("少了一个 await。"))));

    [Fact(Timeout = Generous)]
    public async Task A_stub_is_unfinished_whether_it_throws_at_once_later_or_in_a_wrapping()
    {
        Func<Task<Verdict>>[] stubs =
        [
            () => throw new NotImplementedException(),
            async () => { await Task.Yield(); throw new NotImplementedException(); },
            () => Task.Run(() => Stub()).ContinueWith(task => task.Result, TaskScheduler.Default),
            () => throw new InvalidOperationException("转手的", new NotImplementedException()),
            () => throw new AggregateException(new TimeoutException(), new NotImplementedException()),
        ];

        foreach (var stub in stubs)
        {
            var printed = await Print(stub);

            Assert.StartsWith("1.4-a 未完成：", printed, StringComparison.Ordinal);
            Assert.EndsWith("。\n", printed, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = Generous)]
    public async Task Any_other_exception_is_a_wrong_answer_without_its_stack() =>
        Assert.Equal(
            "1.4-a 还不对：你的代码抛出了 TimeoutException：太慢了\n",
            await Print(async () => { await Task.Yield(); throw new TimeoutException("太慢了"); }));

    [Fact(Timeout = Generous)]
    public async Task Of_an_aggregate_the_first_exception_is_named() =>
        Assert.Equal(
            "1.4-a 还不对：你的代码抛出了 TimeoutException：一\n",
            await Print(() => throw new AggregateException(new AggregateException(new TimeoutException("一")), new FormatException("二"))));

    [Fact(Timeout = Generous)]
    public async Task A_message_of_several_lines_still_makes_one_line() =>
        Assert.Equal(
            "1.4-a 还不对：你的代码抛出了 FormatException：第一行 第二行\n",
            await Print(() => throw new FormatException("第一行\r\n\n  第二行\n")));

    [Fact(Timeout = Generous)]
    public async Task A_cancelled_answer_is_wrong() =>
        Assert.Contains(
            "1.4-a 还不对：你的代码以取消",
            await Print(async () => { await Task.Yield(); throw new OperationCanceledException(); }),
            StringComparison.Ordinal);

    [Fact(Timeout = Generous)]
    public async Task An_answer_that_waits_for_ever_is_wrong_after_the_limit() =>
        Assert.Equal(
            "1.4-a 还不对：0.05 秒之内没有结束。看看是不是在等一个永远不会完成的东西，或者循环停不下来。"
            + "它可能还在后台跑：改好以后，先重启内核。\n",
            await Print(() => new TaskCompletionSource<Verdict>().Task, TimeSpan.FromMilliseconds(50)));

    [Fact(Timeout = Generous)]
    public async Task An_answer_that_blocks_its_thread_is_wrong_after_the_limit()
    {
        using var never = new ManualResetEventSlim();

        var printed = await Print(
            () => { never.Wait(Generous, CancellationToken.None); return Task.FromResult(Check.Right("")); },
            TimeSpan.FromMilliseconds(50));

        never.Set();
        Assert.StartsWith("1.4-a 还不对：0.05 秒之内没有结束。", printed, StringComparison.Ordinal);
    }

    [Fact(Timeout = Generous)]
    public async Task A_check_that_begins_on_a_loop_runs_beside_it_not_on_it()
    {
        SynchronizationContext? seen = new();
        await Task.Run(
            () => EventLoop.Run(() => Check.RunAsync("1.4-a", () =>
            {
                seen = SynchronizationContext.Current;
                return Task.FromResult(Check.Right("好"));
            })),
            TestContext.Current.CancellationToken);

        Assert.Null(seen);
        Assert.Equal("1.4-a 通过：好\n", _printed.ToString().ReplaceLineEndings("\n"));
    }

    private static Verdict Stub() => throw new NotImplementedException();

    private async Task<string> Print(Func<Task<Verdict>> attempt, TimeSpan? limit = null)
    {
        _printed.GetStringBuilder().Clear();
        await Check.RunAsync("1.4-a", attempt, limit);
        return _printed.ToString().ReplaceLineEndings("\n");
    }
}
