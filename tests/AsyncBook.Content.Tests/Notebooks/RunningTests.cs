using AsyncBook.Content.Tests.Workshop;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Every notebook, run on the built-in kernel: green, as stored, and printing what the Python prints.</summary>
[Collection(nameof(RunsAlone))]
public sealed class RunningTests(WorkshopServices services)
{
    public static TheoryData<string> All { get; } = [.. NotebookRuns.Names];

    [Trait("speed", "slow")]
    [Theory]
    [MemberData(nameof(All))]
    public async Task A_notebook_runs_green_gives_what_is_stored_and_prints_what_the_Python_prints(string name)
    {
        var (report, seen) = await NotebookRuns.GetAsync(KernelKind.Builtin, services, name);

        AssertNone(report.Cells
            .Where(cell => cell.Verdict is CellVerdict.Failed or CellVerdict.NotRun)
            .Select(cell => $"{name}#{cell.CellId}: {cell.Reason}"));
        Assert.Equal("", report.Stray);

        // In Jupyter the compiler's remarks stand in red below the cell.
        AssertNone(seen
            .Zip(seen.Skip(1))
            .Where(pair => pair.Second.StartsWith("remarked ", StringComparison.Ordinal))
            .Select(pair => $"{name}: {pair.First}: {pair.Second}"));
        AssertNone(Ports.Faults(Notebook.Load(Path.Combine(Repository.Notebooks, name))));
        Skips.Allow([.. report.Cells.Where(cell => cell.Verdict == CellVerdict.Skipped).Select(cell => cell.Reason ?? "")]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_program_of_the_section_has_its_C_sharp(string name)
    {
        var section = name.Split('-')[0];
        var programs = Original.Blocks.Where(block => block.Section == section && block.Kind == "code" && Original.HasPrinted(block)).Select(block => block.Id);
        var ported = Notebook.Load(Path.Combine(Repository.Notebooks, name)).Cells.Select(cell => cell.Ports).OfType<string>();
        Assert.Empty(programs.Except(ported, StringComparer.Ordinal));
    }

    // In whole: what a fault says is what one mends it by.
    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = string.Join('\n', faults);
        Assert.True(all.Length == 0, all);
    }
}
