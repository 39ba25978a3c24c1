using System.Diagnostics;
using System.Text.Json.Nodes;
using AsyncBook.Commands;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Tests.Running;

[Trait("speed", "slow")]
public sealed class NotebookRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingObserver _observer = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_cell_is_reported_as_it_happens()
    {
        var report = await RunAsync([Cell("one", "// 第一步\nConsole.WriteLine(\"a\");"), Cell("two", "1+1")]);
        Assert.Equal(
            ["start n.ipynb", "cell one", "said a", "Passed one", "cell two", "Passed two", "end n.ipynb Passed"],
            _observer.Seen);
        Assert.Equal(["第一步", "1+1"], report.Cells.Select(cell => cell.Title));
        Assert.Equal(["a\n", "2\n"], report.Cells.Select(cell => cell.Output));
    }

    [Fact]
    public async Task A_failing_cell_stops_its_notebook_and_keeps_what_was_printed()
    {
        var report = await RunAsync([Cell("bad", "Console.WriteLine(\"before\"); throw new Exception(\"boom\");"), Cell("after", "1")]);
        Assert.Equal([CellVerdict.Failed, CellVerdict.NotRun], report.Cells.Select(cell => cell.Verdict));
        Assert.Equal("before\n", report.Cells[0].Output);
        Assert.StartsWith("System.Exception: boom\n   at n.ipynb#bad:1", report.Cells[0].Reason, StringComparison.Ordinal);
        Assert.Equal("not run: bad failed before it", report.Cells[1].Reason);
    }

    [Fact]
    public async Task A_cell_that_never_ends_is_stopped_at_its_limit()
    {
        // A minute of patience for a limit of five seconds.
        var clock = Stopwatch.StartNew();
        var report = await RunAsync([Cell("endless", "Console.WriteLine(\"start\"); while (true) { }"), Cell("after", "1")], RunOptions.Default with { CellTimeout = TimeSpan.FromSeconds(5) });
        Assert.Equal([CellVerdict.Failed, CellVerdict.NotRun], report.Cells.Select(cell => cell.Verdict));
        Assert.Contains("did not end within 5 s", report.Cells[0].Reason, StringComparison.Ordinal);
        Assert.Equal("start\n", report.Cells[0].Output);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"took {clock.Elapsed}");
    }

    [Fact]
    public async Task A_kernel_that_crashes_is_reported_with_its_last_words()
    {
        var report = await RunAsync([Cell("crash", "Console.WriteLine(\"bye\"); Environment.FailFast(\"out of ideas\");")]);
        Assert.Equal(CellVerdict.Failed, report.Verdict);
        Assert.Contains("the kernel", report.Cells[0].Reason, StringComparison.Ordinal);
        Assert.Contains("out of ideas", report.Cells[0].Reason, StringComparison.Ordinal);
        Assert.Equal("bye\n", report.Cells[0].Output);
    }

    [Fact]
    public async Task A_kernel_that_is_killed_is_reported()
    {
        var report = await RunAsync([Cell("killed", "System.Diagnostics.Process.GetCurrentProcess().Kill(); await Task.Delay(60_000);")]);
        Assert.Equal(CellVerdict.Failed, report.Verdict);
        Assert.Contains("the kernel", report.Cells[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_no_kernel_is_reported()
    {
        var launch = new KernelLaunch("asyncbook-no-such-program", []);
        var e = await Assert.ThrowsAsync<KernelException>(() => KernelClient.StartAsync(launch, _folder.Path, CancellationToken.None));
        Assert.Contains("asyncbook-no-such-program", e.Message, StringComparison.Ordinal);

        e = await Assert.ThrowsAsync<KernelException>(() => KernelClient.StartAsync(new KernelLaunch("dotnet", ["--version"]), _folder.Path, CancellationToken.None));
        Assert.Contains("exit code 0", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_notebooks_kernel_dies_and_the_rest_go_on()
    {
        var crash = Notebook.Load(SampleNotebook.Write(_folder, SampleNotebook.Of(Cell("crash", "Environment.Exit(3);")), "a.ipynb"));
        var fine = Notebook.Load(SampleNotebook.Write(_folder, SampleNotebook.Of(Cell("fine", "1")), "b.ipynb"));
        var reports = await new NotebookRunner(RunOptions.Default with { Jobs = 2 }, _observer).RunAsync([crash, fine], CancellationToken.None);
        Assert.Equal(["a.ipynb", "b.ipynb"], reports.Select(report => report.Notebook));
        Assert.Equal([CellVerdict.Failed, CellVerdict.Passed], reports.Select(report => report.Verdict));
    }

    [Fact]
    public async Task Every_notebook_has_a_kernel_of_its_own()
    {
        var first = Notebook.Load(SampleNotebook.Write(_folder, SampleNotebook.Of(Cell("set", "var shared = 1;")), "a.ipynb"));
        var second = Notebook.Load(SampleNotebook.Write(_folder, SampleNotebook.Of(Cell("get", "shared")), "b.ipynb"));
        var reports = await new NotebookRunner(RunOptions.Default with { Jobs = 1 }, _observer).RunAsync([first, second], CancellationToken.None);
        Assert.Contains("CS0103", reports[1].Cells[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_notebooks_kernel_is_started_while_one_works()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the kernels are looked for in /proc");
        const string Wait =
            """
            using System.IO;
            bool IsKernelHere(string process)
            {
                try
                {
                    return Path.GetFileName(process) != $"{Environment.ProcessId}"
                        && new FileInfo(Path.Combine(process, "cwd")).LinkTarget == Directory.GetCurrentDirectory()
                        && File.ReadAllText(Path.Combine(process, "cmdline")).Contains("AsyncBook.Kernel");
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    return false;
                }
            }
            while (!Directory.GetDirectories("/proc").Any(IsKernelHere))
                await Task.Delay(50);
            """;
        var first = Notebook.Load(SampleNotebook.Write(_folder, SampleNotebook.Of(Cell("begin", "1"), Cell("wait", Wait)), "a.ipynb"));
        var second = Notebook.Load(SampleNotebook.Write(_folder, SampleNotebook.Of(Cell("late", "2")), "b.ipynb"));
        var reports = await new NotebookRunner(RunOptions.Default with { Jobs = 1 }, _observer).RunAsync([first, second], CancellationToken.None);
        Assert.Equal([CellVerdict.Passed, CellVerdict.Passed], reports.Select(report => report.Verdict));
    }

    [Fact]
    public async Task A_package_that_cannot_be_restored_skips_what_needs_it_and_no_more()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "linux stands for the need that is met");
        var report = await RunAsync(
        [
            Cell("plain", "1"),
            Cell("package", "#r \"nuget: AsyncBook.No.Such.Package, 1.0.0\"", """{"needs":["linux"]}"""),
            Cell("user", "1", """{"needs":["linux"]}"""),
            Cell("other", "2"),
        ]);
        Assert.Equal([CellVerdict.Passed, CellVerdict.Skipped, CellVerdict.Skipped, CellVerdict.Passed], report.Cells.Select(cell => cell.Verdict));
        Assert.Equal(CellVerdict.Skipped, report.Verdict);
        Assert.Matches("^NU1[0-9]{3}: .*AsyncBook.No.Such.Package", report.Cells[1].Reason!);
        Assert.Equal(report.Cells[1].Reason, report.Cells[2].Reason);
    }

    [Fact]
    public async Task A_package_no_need_speaks_of_takes_the_rest_of_the_notebook_with_it()
    {
        var report = await RunAsync([Cell("package", "#r \"nuget: AsyncBook.No.Such.Package, 1.0.0\""), Cell("user", "1")]);
        Assert.Equal(CellVerdict.Skipped, report.Verdict);
        Assert.All(report.Cells, cell => Assert.Contains("AsyncBook.No.Such.Package", cell.Reason, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Success, ExitCode.FromReports([report], null));
        Assert.Equal(ExitCode.Skipped, ExitCode.FromReports([report], "all"));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_named_with_its_address()
    {
        var report = await RunAsync([Cell("service", "1", """{"needs":["mysql"]}""")]);
        Assert.SkipWhen(report.Verdict == CellVerdict.Passed, "a MySQL answers here");
        Assert.Contains("mysql-1 does not answer at", report.Cells[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_writes_outputs_once_and_a_second_run_leaves_no_difference()
    {
        var path = SampleNotebook.Write(_folder, SampleNotebook.Of(Cell("time", "Console.WriteLine($\"{Random.Shared.Next(10, 99)} ms\"); display(\"shown\");"), Cell("same", "1")), "n.ipynb");
        var save = RunOptions.Default with { Mode = OutputMode.Save };
        await RunFileAsync(path, save);
        var first = await File.ReadAllTextAsync(path);
        Assert.Contains(" ms\\n", first, StringComparison.Ordinal);
        Assert.Contains("\"shown\"", first, StringComparison.Ordinal);

        await RunFileAsync(path, save);
        Assert.Equal(first, await File.ReadAllTextAsync(path));
        Assert.Equal(CellVerdict.Passed, (await RunFileAsync(path, RunOptions.Default with { Mode = OutputMode.Check })).Verdict);
    }

    [Fact]
    public async Task A_notebook_with_a_failure_is_not_saved()
    {
        var path = SampleNotebook.Write(_folder, SampleNotebook.Of(Cell("fine", "1"), Cell("bad", "nowhere")), "n.ipynb");
        var before = await File.ReadAllTextAsync(path);
        await RunFileAsync(path, RunOptions.Default with { Mode = OutputMode.Save });
        Assert.Equal(before, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_difference_is_shown_and_the_next_cells_still_run()
    {
        const string Stored = """[{"name":"stdout","output_type":"stream","text":["old\n"]}]""";
        var path = SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("changed", "Console.WriteLine(\"new\");", outputs: Stored), Cell("after", "var x = 1;")), "n.ipynb");
        var report = await RunFileAsync(path, RunOptions.Default with { Mode = OutputMode.Check });
        Assert.Equal([CellVerdict.Failed, CellVerdict.Passed], report.Cells.Select(cell => cell.Verdict));
        Assert.Contains("- old", report.Cells[0].Reason, StringComparison.Ordinal);
        Assert.Contains("+ new", report.Cells[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_printed_after_a_cells_end_is_kept_apart()
    {
        var report = await RunAsync([Cell("careless", "_ = Task.Run(async () => { await Task.Delay(100); Console.WriteLine(\"late\"); });"), Cell("wait", "await Task.Delay(600);")]);
        Assert.Equal("late\n", report.Stray);
        Assert.Equal("", report.Cells[1].Output);
    }

    [Fact]
    public async Task A_cell_that_prints_without_end_is_stopped()
    {
        var report = await RunAsync([Cell("flood", "var line = new string('x', 1 << 20); while (true) Console.WriteLine(line);")], RunOptions.Default with { CellTimeout = TimeSpan.FromMinutes(2) });
        Assert.Contains("printed and showed more than 64 million characters", report.Cells[0].Reason, StringComparison.Ordinal);
    }

    private static JsonObject Cell(string id, string source, string own = "null") => SampleNotebook.Code(id, source, own);

    private Task<NotebookReport> RunAsync(JsonObject[] cells, RunOptions? options = null) =>
        RunFileAsync(SampleNotebook.Write(_folder, SampleNotebook.Of(cells), "n.ipynb"), options ?? RunOptions.Default);

    private Task<NotebookReport> RunFileAsync(string path, RunOptions options) =>
        new NotebookRunner(options, _observer).RunAsync(Notebook.Load(path), CancellationToken.None);
}
