using AsyncBook.Content.Tests.Notebooks;
using AsyncBook.Content.Tests.Workshop;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Content.Tests.Engines;

/// <summary>Every notebook on the real .NET Interactive: what people open them with gives what is stored.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class RealKernelTests(WorkshopServices services) : IClassFixture<RestoredTool>
{
    public static TheoryData<string> All => RunningTests.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_notebook_gives_on_the_real_kernel_what_is_stored(string name)
    {
        var (report, _) = await NotebookRuns.GetAsync(KernelKind.Interactive, services, name);

        var faults = string.Join('\n', report.Cells
            .Where(cell => cell.Verdict is CellVerdict.Failed or CellVerdict.NotRun)
            .Select(cell => $"{name}#{cell.CellId}: {cell.Reason}"));
        Assert.True(faults.Length == 0, faults);
        Assert.Equal("", report.Stray);
        Skips.Allow([.. report.Cells.Where(cell => cell.Verdict == CellVerdict.Skipped).Select(cell => cell.Reason ?? "")]);
    }

    [Fact]
    public async Task It_is_found_from_a_folder_that_has_no_manifest_above_it_and_works_there()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib/Twice.cs", "public static class Doubler { public static int Twice(int n) => n + n; }");
        SampleNotebook.Write(folder, SampleNotebook.Of(
            SampleNotebook.Code("a", "#!import lib/Twice.cs\n"),
            SampleNotebook.Code("b", "Console.WriteLine(Doubler.Twice(21)); Console.WriteLine(System.IO.Directory.GetCurrentDirectory());")), "a.ipynb");
        var options = RunOptions.Default with { Kernel = KernelKind.Interactive };
        var report = await new NotebookRunner(options, new RecordingObserver()).RunAsync(Notebook.Load(folder["a.ipynb"]), TestContext.Current.CancellationToken);

        Assert.Equal(["Passed: ", $"Passed: 42\n{folder.Path}\n"], report.Cells.Select(cell => $"{cell.Verdict}: {cell.Output}{cell.Reason}"));
    }
}
