using System.Globalization;

namespace AsyncBook.Kernel.Tests;

/// <summary>Steps written down by hand: what happened, in which order, to whom.</summary>
public sealed class StepsTests(TraceKernel kernel) : IClassFixture<TraceKernel>
{
    private const string Hot =
        """
        async Task<string> FuncAsync()
        {
            Console.WriteLine(1);
            await Task.Delay(200);
            Console.WriteLine(2);
            return "return";
        }
        async Task MainHotAsync()
        {
            Console.WriteLine("main开始");
            var task1 = FuncAsync();
            var task2 = FuncAsync();
            Console.WriteLine("main结束");
            await task2;
            await task1;
        }
        EventLoop.Run(MainHotAsync);
        """;

    [Fact]
    public async Task A_hot_call_runs_to_its_first_await_before_main_goes_on()
    {
        await kernel.Kernel.RunAsync("#!import EventLoop.cs");
        var steps = (await StepsAsync(Hot)).Split('\n');
        Assert.Equal(
            [
                "单元格 enter 17 单元格",
                "单元格 line 17",
                "MainHotAsync ready create < 单元格",
                "MainHotAsync enter 8 MainHotAsync < 单元格",
                "MainHotAsync line 10",
                "MainHotAsync print 10 main开始",
                "MainHotAsync line 11",
                "FuncAsync enter 1 FuncAsync < MainHotAsync",
                "FuncAsync line 3",
                "FuncAsync print 3 1",
                "FuncAsync line 4",
                "FuncAsync suspend 4 Task.Delay(200)",
                "MainHotAsync line 12",
                "FuncAsync #2 enter 1 FuncAsync < MainHotAsync",
                "FuncAsync #2 line 3",
                "FuncAsync #2 print 3 1",
                "FuncAsync #2 line 4",
                "FuncAsync #2 suspend 4 Task.Delay(200)",
                "MainHotAsync line 13",
                "MainHotAsync print 13 main结束",
                "MainHotAsync line 14",
                "MainHotAsync suspend 14 task2 < FuncAsync #2",
            ],
            steps[..22]);

        // Which of the two is done first is the timers' affair.
        Assert.Equal(["MainHotAsync exit 15 MainHotAsync", "单元格 exit 17 单元格"], steps[^2..]);
    }

    [Fact]
    public async Task A_cold_task_is_queued_and_runs_when_main_gives_its_thread_back()
    {
        await kernel.Kernel.RunAsync("#!import EventLoop.cs");
        var steps = (await StepsAsync("""
            async Task FuncAsync()
            {
                Console.WriteLine(1);
                await Task.Yield();
            }
            EventLoop.Run(async () =>
            {
                var task1 = EventLoop.CreateTask(FuncAsync);
                var task2 = EventLoop.CreateTask(FuncAsync);
                Console.WriteLine("main结束");
                await task1;
                await task2;
            });
            """)).Split('\n');
        Assert.Equal(
            """
            单元格 enter 6 单元格
            单元格 line 6
            λ6 ready create < 单元格
            λ6 enter 6 λ6 < 单元格
            λ6 line 8
            FuncAsync ready create < λ6
            λ6 line 9
            FuncAsync #2 ready create < λ6
            λ6 line 10
            λ6 print 10 main结束
            λ6 line 11
            λ6 suspend 11 task1 < FuncAsync
            FuncAsync enter 1 FuncAsync < λ6
            FuncAsync line 3
            FuncAsync print 3 1
            FuncAsync line 4
            FuncAsync ready yield < FuncAsync
            FuncAsync #2 enter 1 FuncAsync < λ6
            FuncAsync #2 line 3
            FuncAsync #2 print 3 1
            FuncAsync #2 line 4
            FuncAsync #2 ready yield < FuncAsync #2
            FuncAsync resume 4
            FuncAsync exit 4 FuncAsync
            λ6 ready wake < FuncAsync
            FuncAsync #2 resume 4
            FuncAsync #2 exit 4 FuncAsync
            λ6 resume 11
            λ6 line 12
            λ6 exit 12 λ6
            单元格 exit 6 单元格
            """.Split('\n'),
            steps.Where(step => !step.Contains("suspend 4", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a value", "1 + 1", "单元格 enter 1 单元格|单元格 line 1|单元格 exit 1 单元格")]
    [InlineData("a function in its caller's task", "void F()\n{\n    Console.WriteLine(1);\n}\nF();", "单元格 enter 5 单元格|单元格 line 5|单元格 enter 1 F|单元格 line 3|单元格 print 3 1|单元格 exit 3 F|单元格 exit 5 单元格")]
    [InlineData("each call is a task", "async Task F() { }\nawait F();\nawait F();", "单元格 enter 2 单元格|单元格 line 2|F enter 1 F < 单元格|F exit 1 F|单元格 line 3|F #2 enter 1 F < 单元格|F #2 exit 1 F|单元格 exit 3 单元格")]
    [InlineData("what is done is not waited for", "var t = Task.FromResult(1);\nConsole.WriteLine(await t);", "单元格 enter 1 单元格|单元格 line 1|单元格 line 2|单元格 print 2 1|单元格 exit 2 单元格")]
    [InlineData("an exception goes up", "async Task F()\n{\n    throw new FormatException(\"x\");\n}\ntry { await F(); }\ncatch (FormatException) { Console.WriteLine(\"caught\"); }", "单元格 enter 5 单元格|单元格 line 5|单元格 line 5|F enter 1 F < 单元格|F line 3|F throw 3 FormatException: x|单元格 line 6|单元格 print 6 caught|单元格 exit 6 单元格")]
    [InlineData("finally before the exception leaves", "void F()\n{\n    try { throw new Exception(\"x\"); }\n    finally { Console.WriteLine(\"finally\"); }\n}\nF();", "单元格 enter 6 单元格|单元格 line 6|单元格 enter 1 F|单元格 line 3|单元格 line 3|单元格 line 4|单元格 print 4 finally|单元格 throw 4 Exception: x|单元格 throw 6 Exception: x")]
    [InlineData("a loop by its body", "for (var i = 0; i < 2; i++)\n    Console.WriteLine(i);", "单元格 enter 1 单元格|单元格 line 1|单元格 line 2|单元格 print 2 0|单元格 line 2|单元格 print 2 1|单元格 exit 2 单元格")]
    [InlineData("an iterator is lazy", "IEnumerable<int> Two()\n{\n    yield return 1;\n    yield return 2;\n}\nvar two = Two();\nforeach (var n in two)\n    Console.WriteLine(n);", "单元格 enter 6 单元格|单元格 line 6|单元格 line 7|单元格 enter 1 Two|单元格 line 3|单元格 line 8|单元格 print 8 1|单元格 line 4|单元格 line 8|单元格 print 8 2|单元格 exit 4 Two|单元格 exit 8 单元格")]
    [InlineData("a break ends the iterator", "IEnumerable<int> Two()\n{\n    try { yield return 1; }\n    finally { Console.WriteLine(\"closed\"); }\n}\nforeach (var n in Two()) break;", "单元格 enter 6 单元格|单元格 line 6|单元格 enter 1 Two|单元格 line 3|单元格 line 3|单元格 line 6|单元格 line 4|单元格 print 4 closed|单元格 exit 4 Two|单元格 exit 6 单元格")]
    [InlineData("an async iterator without a wait", "async IAsyncEnumerable<int> One() { yield return 1; }\nawait foreach (var n in One())\n    Console.WriteLine(n);", "单元格 enter 2 单元格|单元格 line 2|One enter 1 One < 单元格|One line 1|单元格 line 3|单元格 print 3 1|One exit 1 One|单元格 exit 2 单元格")]
    [InlineData("await using disposes at its block's end", "class R : IAsyncDisposable { public async ValueTask DisposeAsync() { Console.WriteLine(\"bye\"); } }\nawait using (var r = new R())\n{\n    Console.WriteLine(\"in\");\n}", "单元格 enter 2 单元格|单元格 line 2|单元格 line 4|单元格 print 4 in|DisposeAsync enter 1 DisposeAsync < 单元格|DisposeAsync line 1|DisposeAsync print 1 bye|DisposeAsync exit 1 DisposeAsync|单元格 exit 2 单元格")]
    [InlineData("a continuation runs inside SetResult", "var box = new TaskCompletionSource();\nasync Task Wait()\n{\n    await box.Task;\n    Console.WriteLine(\"woken\");\n}\nvar waiting = Wait();\nbox.SetResult();\nConsole.WriteLine(\"set\");", "单元格 enter 1 单元格|单元格 line 1|单元格 line 7|Wait enter 2 Wait < 单元格|Wait line 4|Wait suspend 4 box.Task|单元格 line 8|Wait resume 4|Wait line 5|Wait print 5 woken|Wait exit 5 Wait|单元格 line 9|单元格 print 9 set|单元格 exit 9 单元格")]
    [InlineData("a thread that nothing traced has called", "var t = new System.Threading.Thread(() => Console.WriteLine(1));\nfor (t.Start(); !t.Join(-1);) { }", "单元格 enter 1 单元格|单元格 line 1|单元格 line 2|λ1 enter 1 λ1 < 单元格|λ1 line 1|λ1 print 1 1|λ1 exit 1 λ1|单元格 exit 2 单元格")]
    [InlineData("nobody sees what only computes", "Console.WriteLine(new[] { 1, 2 }.Select(n => n * 2).Sum());", "单元格 enter 1 单元格|单元格 line 1|单元格 print 1 6|单元格 exit 1 单元格")]
    public async Task The_steps_are_these(string what, string code, string steps)
    {
        Assert.NotEmpty(what);
        Assert.Equal(steps.Split('|'), (await StepsAsync(code)).Split('\n'));
    }

    [Fact]
    public async Task A_loop_says_what_gets_in_its_queue_and_why()
    {
        await kernel.Kernel.RunAsync("#!import EventLoop.cs\n#!import FastEventLoop.cs");
        foreach (var loop in new[] { "EventLoop", "FastEventLoop" })
        {
            var steps = await StepsAsync($$"""
                {{loop}}.Run(async () =>
                {
                    {{loop}}.Current.CallSoon(() => Console.WriteLine("soon"));
                    {{loop}}.Current.CallLater(TimeSpan.FromSeconds(0.05), () => Console.WriteLine("later"));
                    await Task.Yield();
                    await Task.Delay(150);
                });
                """);
            Assert.Contains("\n- ready callback < λ1\n", steps, StringComparison.Ordinal);
            Assert.Contains("\nλ1 timer 0.05 s\n", steps, StringComparison.Ordinal);
            Assert.Contains("\nλ1 ready yield < λ1\n", steps, StringComparison.Ordinal);
            Assert.Contains("λ1 ready wake", steps, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_twin_says_it_in_sentences()
    {
        var cell = await kernel.Kernel.RunAsync("async Task FuncAsync()\n{\n    await Task.Delay(10);\n}\nawait Task.WhenAll(FuncAsync(), FuncAsync());", trace: true);
        var lines = TraceKernel.Sentences(cell).Split('\n');
        Assert.Contains("单元格：第 5 行", lines);
        Assert.Contains("FuncAsync #2 停在第 3 行，等 Task.Delay(10)", lines);
    }

    [Fact]
    public async Task More_than_twenty_thousand_steps_are_not_recorded_and_the_trace_says_so()
    {
        var cell = await kernel.Kernel.RunAsync("var n = 0;\nwhile (n < 30_000)\n    n++;\nn", trace: true);
        using var trace = TraceKernel.Json(cell);
        Assert.Equal(20_000, trace.RootElement.GetProperty("steps").GetArrayLength());
        Assert.True(trace.RootElement.GetProperty("truncated").GetBoolean());
        Assert.Contains("20000 步", TraceKernel.Sentences(cell), StringComparison.Ordinal);
        Assert.EndsWith("value:30000", cell.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_of_another_traced_cell_is_followed_without_its_lines()
    {
        await kernel.Kernel.RunAsync("async Task There()\n{\n    Console.WriteLine(1);\n}", "test.ipynb#there", trace: true);
        Assert.Equal(
            "单元格 enter 1 单元格|单元格 line 1|There enter There < 单元格|There print 1|There exit There|单元格 exit 1 单元格".Split('|'),
            (await StepsAsync("await There();")).Split('\n'));
    }

    [Fact]
    public async Task Without_the_word_there_is_no_trace_and_no_loop_is_watched()
    {
        var plain = await kernel.Kernel.RunAsync("await Task.Yield();\nAppContext.GetData(\"AsyncBook.LoopWatcher\") is null");
        Assert.Equal("value:True", plain.Words);
        Assert.False(TraceKernel.HasSteps(plain));
    }

    [Fact]
    public async Task Threads_are_numbered_by_first_appearance_and_time_goes_on()
    {
        using var trace = TraceKernel.Json(await kernel.Kernel.RunAsync("await Task.Delay(30);\nConsole.WriteLine(1);", trace: true));
        var steps = trace.RootElement.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(1, steps[0].GetProperty("thread").GetInt32());
        Assert.Equal(2, steps.Single(step => step.GetProperty("kind").ValueEquals("print")).GetProperty("thread").GetInt32());
        var times = steps.Select(step => step.GetProperty("t").GetDouble()).ToList();
        Assert.Equal(times.Order(), times);
        Assert.True(times[^1] - times[0] >= 25, string.Create(CultureInfo.InvariantCulture, $"{times[^1]}"));
    }

    private async Task<string> StepsAsync(string code) => TraceKernel.Steps(await kernel.Kernel.RunAsync(code, trace: true));
}
