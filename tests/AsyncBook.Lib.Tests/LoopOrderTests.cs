using System.Diagnostics;

namespace AsyncBook.Lib.Tests;

/// <summary>Who runs when, on every loop and in CPython: the same, to the letter.</summary>
public class LoopOrderTests
{
    // One letter for each thing that happens; a dot is a turn of main.
    private const string Python =
        """
        import asyncio
        seen = []
        async def work(name, turns):
            seen.append(name)
            for _ in range(turns):
                await asyncio.sleep(0)
            return name
        async def wait(task):
            seen.append((await task).upper())
        async def main():
            a, b = asyncio.create_task(work("a", 1)), asyncio.create_task(work("b", 1))
            asyncio.create_task(wait(a)), asyncio.create_task(wait(b))
            for _ in range(9):
                seen.append(".")
                await asyncio.sleep(0)
            c = asyncio.create_task(work("c", 3))
            await c
            seen.append("C")
            loop = asyncio.get_running_loop()
            done = loop.create_future()
            loop.call_soon(seen.append, "1")
            loop.call_later(0, seen.append, "2")
            loop.call_soon(lambda: loop.call_soon(seen.append, "3"))
            loop.call_later(0.05, done.set_result, None)
            loop.call_later(0.02, seen.append, "4")
            await done
        asyncio.run(main())
        print("".join(seen))
        """;

    private const string Order = ".ab..AB......cC1234";

    [Fact]
    public async Task CPython_has_this_order()
    {
        using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Python]) { RedirectStandardOutput = true })!;
        var printed = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Order, printed.Trim());
    }

    [Theory, MemberData(nameof(LoopTests.Loops), MemberType = typeof(LoopTests))]
    public Task Every_loop_has_it_too_each_time(string name) => LoopTests.On(name, loop =>
    {
        for (var round = 0; round < 50; round++)
        {
            Assert.Equal(Order, Run(loop));
        }
    });

    // A busy pool once delayed the end of every task, and two loops on a pool of two threads waited for ever.
    [Theory, MemberData(nameof(LoopTests.Loops), MemberType = typeof(LoopTests))]
    public Task A_loop_needs_no_pool_thread_to_end_a_task_to_wake_who_waits_and_to_end_itself(string name) => LoopTests.On(name, loop =>
    {
        using var gate = new ManualResetEventSlim();
        var busy = Enumerable.Range(0, 200).Select(_ => Task.Run(gate.Wait)).ToArray();
        try
        {
            Assert.Equal(Order, Run(loop));
            Assert.False(Array.TrueForAll(busy, task => task.IsCompleted));
        }
        finally
        {
            gate.Set();
            Task.WaitAll(busy);
        }
    });

    [Theory, MemberData(nameof(LoopTests.Loops), MemberType = typeof(LoopTests))]
    public Task A_task_is_complete_once_its_body_has_ended(string name) => LoopTests.On(name, loop => loop.Run(async () =>
    {
        for (var round = 0; round < 100; round++)
        {
            var ended = false;
            var task = loop.CreateTask(async () => { await Task.Yield(); ended = true; });
            while (!ended)
            {
                await Task.Yield();
            }
            Assert.True(task.IsCompleted);
        }
    }));

    private static string Run(LoopTests.Loop loop)
    {
        var seen = new System.Text.StringBuilder();
        async Task Work(char name, int turns)
        {
            seen.Append(name);
            for (var turn = 0; turn < turns; turn++)
            {
                await Task.Yield();
            }
        }

        async Task Wait(Task task, char name)
        {
            await task;
            seen.Append(name);
        }

        loop.Run(async () =>
        {
            var (a, b) = (loop.CreateTask(() => Work('a', 1)), loop.CreateTask(() => Work('b', 1)));
            _ = loop.CreateTask(() => Wait(a, 'A'));
            _ = loop.CreateTask(() => Wait(b, 'B'));
            for (var turn = 0; turn < 9; turn++)
            {
                seen.Append('.');
                await Task.Yield();
            }
            await loop.CreateTask(() => Work('c', 3));
            seen.Append('C');
            var (callSoon, callLater, done) = (loop.CallSoon(), loop.CallLater(), new TaskCompletionSource());
            callSoon(() => seen.Append('1'));
            callLater(TimeSpan.Zero, () => seen.Append('2'));
            callSoon(() => callSoon(() => seen.Append('3')));
            callLater(TimeSpan.FromMilliseconds(50), done.SetResult);
            callLater(TimeSpan.FromMilliseconds(20), () => seen.Append('4'));
            await done.Task;
        });
        return seen.ToString();
    }
}
