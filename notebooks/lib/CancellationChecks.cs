#nullable enable
using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Judges the answer to exercise cancellation-b. Import Check.cs first.</summary>
public static class CancellationChecks
{
    private const int Often = 20_000, Crumbs = 100;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1.5);

    /// <summary>cancellation-b: a task that knows no token, with one.</summary>
    /// <param name="waitFor">The learner's method.</param>
    public static async Task<Verdict> WaitForAsync(Func<Task<string>, CancellationToken, Task<string>> waitFor)
    {
        // A registered callback runs with the AsyncLocal values of whoever registered it.
        var mark = false;
        var local = new AsyncLocal<bool>(change => mark |= change.CurrentValue);
        Task<string> MarkedAsync(Task<string> task, CancellationToken token) => OutcomeAsync(() =>
        {
            local.Value = true;
            return waitFor(task, token);
        });

        using var stop = new CancellationTokenSource();
        if (await MarkedAsync(SoonAsync(fails: false), stop.Token) is var result and not "结果")
            return Check.Wrong($"没有取消，就应当得到它的结果；你的是：{result}。");
        if (await MarkedAsync(SoonAsync(fails: true), stop.Token) is var thrown and not "ArithmeticException")
            return Check.Wrong($"它自己的异常应当照常抛出；它抛的是 ArithmeticException，你的是：{thrown}。");
        await Task.Delay(50);                            // until all of it has gone
        mark = false;
        await Task.Run(stop.Cancel);
        if (mark)
            return Check.Wrong("已经等到了，令牌上还留着你的登记：Register 的返回值要 Dispose。");

        var never = new TaskCompletionSource<string>();
        var call = Task.Run(object () => waitFor(never.Task, CancellationToken.None));
        if (await Task.WhenAny(call, Task.Delay(_patience)) != call)
        {
            never.TrySetResult("");                      // lets it go
            return Check.Wrong("占着线程等了：.Wait、Task.WaitAny 换成 await。");
        }
        using var later = new CancellationTokenSource(100);
        if (await MarkedAsync(never.Task, later.Token) is var cancelled and not "取消")
            return Check.Wrong($"取消以后，应当马上抛 OperationCanceledException；你的是：{cancelled}。");
        if (await MarkedAsync(never.Task, stop.Token) is var already and not "取消")
            return Check.Wrong($"令牌早就取消了，也应当马上抛；你的是：{already}。");
        never.TrySetResult("太晚");
        return await LeavesAsync(waitFor)
            ? Check.Wrong("一个令牌，等到了许多次，它身上还留着许多东西：Task.Delay(…, token) 也是登记，等到了就要让它走。")
            : Check.Right("登记，等，撤掉登记。");
    }

    private static async Task<string> SoonAsync(bool fails)
    {
        await Task.Delay(30);
        return fails ? throw new ArithmeticException() : "结果";
    }

    private static async Task<string> OutcomeAsync(Func<Task<string>> call)
    {
        var answer = Task.Run(call);
        await Task.WhenAny(answer, Task.Delay(_patience));
        if (answer.Exception?.InnerException is NotImplementedException)
            await answer;
        return !answer.IsCompleted ? "没有返回" : answer.IsCanceled ? "取消" : answer.Exception?.InnerException?.GetType().Name ?? await answer ?? "null";
    }

    // A token that lives longer than the waits must not grow with them, whatever it is that they leave there.
    private static async Task<bool> LeavesAsync(Func<Task<string>, CancellationToken, Task<string>> waitFor)
    {
        using var longLived = new CancellationTokenSource();
        async Task<(long Bytes, int Waits)> MemoryAsync(int times)
        {
            var (waits, watch) = (0, Stopwatch.StartNew());
            for (; waits < times && watch.Elapsed < _patience; waits++)
            {
                var box = new TaskCompletionSource<string>();
                var waiting = waitFor(box.Task, longLived.Token);
                box.SetResult("");
                await waiting;
            }
            return (GC.GetTotalMemory(forceFullCollection: true), waits);
        }

        var before = await MemoryAsync(100);
        var after = await MemoryAsync(Often);
        return after.Waits > Often / 10 && after.Bytes - before.Bytes > after.Waits * Crumbs;
    }
}
