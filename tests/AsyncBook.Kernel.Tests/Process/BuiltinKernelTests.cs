using System.Diagnostics;
using AsyncBook.Kernels;

namespace AsyncBook.Kernel.Tests;

[Trait("speed", "slow")]
public sealed class BuiltinKernelTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private TestKernel _kernel = null!;

    public async ValueTask InitializeAsync() => _kernel = await TestKernel.StartAsync(_folder.Path);

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Exceptions_in_threads_and_in_async_void_are_shown_and_survived()
    {
        var thread = await _kernel.RunAsync("var t = new System.Threading.Thread(() => throw new Exception(\"in a thread\")); t.Start(); t.Join();");
        Assert.Contains("in a thread", thread.Text, StringComparison.Ordinal);

        await _kernel.RunAsync("async void F() { await Task.Yield(); throw new Exception(\"in async void\"); }\nF(); await Task.Delay(200);");
        Assert.Equal("value:3", (await _kernel.RunAsync("1+2")).Words);
    }

    [Fact]
    public async Task Reading_the_keyboard_gives_the_end_of_the_file()
    {
        var trace = await _kernel.RunAsync("Console.WriteLine(Console.ReadLine() is null); Console.WriteLine(Console.In.Read()); Console.WriteLine(Console.OpenStandardInput().ReadByte());");
        Assert.Equal("out:True\n-1\n-1", trace.Words);
    }

    [Fact]
    public async Task Nothing_written_past_the_console_breaks_an_event()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the kernel moves the standard streams away on Unix only");
        var trace = await _kernel.RunAsync("""
            var raw = Console.OpenStandardOutput();
            raw.Write(Encoding.UTF8.GetBytes("not an event")); raw.Flush();
            System.Diagnostics.Process.Start("echo", "from a child").WaitForExit();
            Console.WriteLine("an event");
            """);
        Assert.Null(trace.Failure);
        Assert.Equal("out:an event", trace.Words);
        Assert.DoesNotContain(trace.Events, found => found is KernelEvent.Stray);
    }

    [Fact]
    public async Task Many_threads_that_print_at_once_lose_and_break_no_line()
    {
        var trace = await _kernel.RunAsync("await Task.WhenAll(Enumerable.Range(0, 8).Select(t => Task.Run(() => { for (var i = 0; i < 500; i++) Console.WriteLine($\"{t}:{i}\"); })));");
        var lines = trace.Text.TrimEnd().Split('\n');
        Assert.Equal(4000, lines.Length);
        Assert.Equal(4000, lines.Distinct().Count());
        Assert.All(lines, line => Assert.Matches("^[0-7]:[0-9]{1,3}$", line));
    }

    [Fact]
    public async Task Ten_megabytes_of_output_arrive_whole()
    {
        var trace = await _kernel.RunAsync("var line = new string('好', 1023); for (var i = 0; i < 3600; i++) Console.WriteLine(line);");
        Assert.Equal(3600 * 1024, trace.Text.Length);
    }

    [Fact]
    public async Task Half_a_character_does_not_break_the_protocol()
    {
        var trace = await _kernel.RunAsync("Console.WriteLine(\"\\ud83d\"); Console.WriteLine(\"\\u001b[31m\\0\\u2028\"); 1");
        Assert.Null(trace.Failure);
        Assert.Contains("\u001b[31m\0\u2028", trace.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cell_prints_after_its_end_belongs_to_no_other_cell()
    {
        await _kernel.RunAsync("_ = Task.Run(async () => { await Task.Delay(100); Console.WriteLine(\"late\"); });");
        var trace = await _kernel.RunAsync("await Task.Delay(600); Console.WriteLine(\"mine\");");
        Assert.Equal("out:mine", trace.Words);
        Assert.Contains(new KernelEvent.Stray("late\n"), trace.Events);
    }

    [Fact]
    public async Task A_cancelled_cell_ends_at_once_and_the_next_one_runs()
    {
        // Forty seconds of patience, for a busy machine, where the cell itself would take sixty.
        var clock = Stopwatch.StartNew();
        using var stop = new CancellationTokenSource();
        var seen = new List<KernelEvent>();
        void Watch(KernelEvent found)
        {
            seen.Add(found);
            if (found is KernelEvent.Text)
            {
                stop.Cancel();
            }
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _kernel.Client.SubmitAsync(
            "Console.WriteLine(\"begun\"); await Task.Delay(60_000);", "n.ipynb#slow", Watch, stop.Token));
        await _kernel.Client.CancelAsync(seen.Add, TimeSpan.FromSeconds(10));
        var trace = await _kernel.RunAsync("1+1");
        Assert.Equal("value:2", trace.Words);
        Assert.Contains(seen.Concat(trace.Events), found => found is KernelEvent.Ended { Failure: "Command cancelled." });
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(40), $"took {clock.Elapsed}");
    }

    [Fact]
    public async Task A_cell_can_watch_for_its_cancellation()
    {
        await _kernel.RunAsync("var token = Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken; Console.WriteLine(token.CanBeCanceled);");
        Assert.Equal("value:True", (await _kernel.RunAsync("token.CanBeCanceled")).Words);
    }

    [Fact]
    public async Task A_display_can_be_replaced_in_its_place()
    {
        var trace = await _kernel.RunAsync("var shown = display(\"first\"); Console.WriteLine(\"between\"); shown.Update(\"second\");");
        Assert.Equal("display:second | out:between", trace.Words);
    }

    [Fact]
    public async Task A_warning_is_reported_and_stops_nothing()
    {
        var trace = await _kernel.RunAsync("async Task<int> F() { await Task.Yield(); return 1; }\nasync Task G() { F(); await Task.Yield(); }\nawait G();");
        Assert.Null(trace.Failure);
        Assert.Contains(trace.Events, found => found is KernelEvent.Diagnosed { Messages: [var message] } && message.Contains("CS4014", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_package_is_named_with_what_the_feed_said()
    {
        var trace = await _kernel.RunAsync("#r \"nuget: AsyncBook.No.Such.Package, 1.2.3\"\nConsole.WriteLine(\"never\");");
        Assert.Empty(trace.Words);
        Assert.Contains("AsyncBook.No.Such.Package", trace.Failure, StringComparison.Ordinal);
        Assert.Matches(@"NU1[0-9]{3}: ", trace.Failure);
    }

    [Fact]
    public async Task Another_version_of_a_package_in_use_is_refused()
    {
        await _kernel.RunAsync("#r \"nuget: HtmlAgilityPack, 1.13.0\"");
        var trace = await _kernel.RunAsync("#r \"nuget: HtmlAgilityPack, 1.11.46\"");
        Assert.Contains("1.13.0 is already in use", trace.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_file_can_be_referenced()
    {
        var file = typeof(Spectre.Console.Markup).Assembly.Location;
        var trace = await _kernel.RunAsync($"#r \"{file}\"\nSpectre.Console.Markup.Escape(\"[x]\")");
        Assert.Equal("value:[[x]]", trace.Words);
    }

    [Fact]
    public async Task The_kernel_goes_when_its_client_goes()
    {
        // Five seconds of patience for what takes milliseconds.
        using var process = Process.GetProcessById(_kernel.Client.ProcessId);
        await _kernel.RunAsync("_ = Task.Run(() => { while (true) { } });");
        await _kernel.DisposeAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.HasExited);
    }

    [Fact]
    public async Task A_cell_has_its_console_back_whatever_the_one_before_made_of_it()
    {
        await _kernel.RunAsync("Console.SetOut(new System.IO.StringWriter()); Console.SetError(new System.IO.StringWriter()); Console.SetIn(new System.IO.StringReader(\"typed\"));");
        Assert.Equal("out:a | err:b | out:True", (await _kernel.RunAsync("Console.WriteLine(\"a\"); Console.Error.WriteLine(\"b\"); Console.WriteLine(Console.ReadLine() is null);")).Words);
        await _kernel.RunAsync("Console.SetOut(new System.IO.StringWriter()); throw new Exception();");
        Assert.Equal("out:c", (await _kernel.RunAsync("Console.WriteLine(\"c\");")).Words);
    }

    [Fact]
    public async Task A_cell_that_holds_every_thread_of_the_pool_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        var seen = new List<KernelEvent>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _kernel.Client.SubmitAsync(
            "for (var i = 0; i < 200; i++) _ = Task.Run(() => System.Threading.Thread.Sleep(-1)); Console.WriteLine(\"begun\"); while (true) { }",
            "n.ipynb#busy",
            found => _ = found is KernelEvent.Text ? stop.CancelAsync() : null,
            stop.Token));
        await _kernel.Client.CancelAsync(seen.Add, TimeSpan.FromSeconds(30));
        Assert.Contains(seen, found => found is KernelEvent.Ended { Failure: "Command cancelled." });
    }

    [Fact]
    public async Task A_package_in_use_may_be_asked_for_again_without_its_version()
    {
        Assert.Equal("value:1", (await _kernel.RunAsync("#r \"nuget: Newtonsoft.Json, 13.0.3\"\n1")).Words);
        Assert.Equal("value:2", (await _kernel.RunAsync("#r \"nuget: Newtonsoft.Json\"\n2")).Words);
        Assert.Equal("value:3", (await _kernel.RunAsync("#r \"nuget: Newtonsoft.Json, 13.*\"\n3")).Words);
        var failure = (await _kernel.RunAsync("#r \"nuget: Newtonsoft.Json, 12.*\"\n4")).Failure;
        Assert.Equal("Newtonsoft.Json, 12.* cannot be added: version 13.0.3 is already in use. Restart the kernel, and ask for one version of it.", failure);
        var error = await _kernel.RunAsync("using Newtonsoft.Json.Linq; var j = JObject.Parse(\"{}\");\nint n = \"x\";");
        Assert.Equal("test.ipynb#cell(2,9): error CS0029: Cannot implicitly convert type 'string' to 'int'", error.Failure);
        Assert.Equal(error.Failure, error.Remarks);
    }

    [Fact]
    public async Task The_version_in_use_is_named_also_where_no_cell_has_said_it()
    {
        await _kernel.RunAsync("#r \"nuget: Newtonsoft.Json\"");
        Assert.Matches(@"^Newtonsoft\.Json, 12\.0\.3 cannot be added: version 13\.[0-9.]+ is already in use\.", (await _kernel.RunAsync("#r \"nuget: Newtonsoft.Json, 12.0.3\"")).Failure);
    }

    [Fact]
    public async Task A_package_that_brings_the_real_kernel_breaks_no_later_cell()
    {
        Assert.Null((await _kernel.RunAsync("#r \"nuget: Microsoft.DotNet.Interactive, 1.0.0-beta.26120.1\"")).Failure);
        Assert.Equal("value:2", (await _kernel.RunAsync("1+1")).Words);
        Assert.Equal("display:3 | display:4 | out:still here", (await _kernel.RunAsync("display(3); \"4\".DisplayAs(\"text/plain\"); Console.WriteLine(\"still here\");")).Words);
        Assert.Equal("value:True", (await _kernel.RunAsync("Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken.CanBeCanceled")).Words);
    }
}
