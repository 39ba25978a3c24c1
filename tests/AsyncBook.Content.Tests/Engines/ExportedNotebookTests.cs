using System.Text.RegularExpressions;
using AsyncBook.Content.Tests.Notebooks;
using AsyncBook.Exporting;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Content.Tests;

/// <summary>The notebooks outlive every kernel: as programs they print what is stored.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed partial class ExportedNotebookTests(WorkshopServices services)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    // Some cells show which of two delays ends first: on a machine that stands still for longer than they lie apart, it is either.
    // What each cell prints in one of so many runs it prints.
    private const int Runs = 3;

    /// <summary>All that have a program in them: one build each.</summary>
    public static TheoryData<string> All => [.. NotebookRuns.Names.Where(name => HasProgram(Path.Combine(Repository.Notebooks, name)))];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_notebook_as_a_program_prints_its_stored_outputs(string name)
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Load(Path.Combine(Repository.Notebooks, name));
        var program = Assert.Single(ExportFolder.Write(folder.Path, [notebook]));
        TellCells(program.Path);

        var left = program.Missing.Select(missing => missing.Cell).ToHashSet();
        Assert.All(left, cell => Assert.Contains("dotnet-11", cell.Needs));
        var faults = notebook.Cells.Where(cell => cell.Kind == CellKind.Code && !left.Contains(cell)).ToDictionary(cell => cell, _ => "");
        for (var run = 0; run < Runs && faults.Count > 0; run++)
        {
            var printed = await RunAsync(folder.Path, program.Path);
            foreach (var cell in faults.Keys.ToList())
            {
                if (Fault(new OutputNormalizer(services.Addresses), cell, printed) is { } fault)
                {
                    faults[cell] = fault;
                }
                else
                {
                    faults.Remove(cell);
                }
            }
        }

        Assert.Equal("", string.Concat(faults.Values));
    }

    [Fact]
    public void There_is_a_program_in_every_notebook_but_those_that_are_read_only()
    {
        var read = NotebookRuns.Names.Where(name => !All.Any(one => one.Data == name));
        Assert.Equal(["reference/comparison.ipynb", "reference/elsewhere.ipynb", "reference/errata.ipynb", "reference/glossary.ipynb"], read);
    }

    private static bool HasProgram(string path) => !new ExportedNotebook(Notebook.Load(path)).IsEmpty;

    private async Task<Dictionary<string, string>> RunAsync(string folder, string program)
    {
        var (exitCode, output, errors) = await AsyncBookProcess.RunProgramAsync(
            folder, "dotnet", ["run", program], _patience, [.. services.Addresses.Variables.Select(variable => (variable.Key, variable.Value)), ("MSBUILDDISABLENODEREUSE", "1")]);
        Assert.True(exitCode == 0, $"{errors}\n{output}");
        return CellStart().Split(output).Skip(1).Chunk(2).ToDictionary(cell => cell[0], cell => cell[1]);
    }

    // Where a cell begins, the program says so: each is compared as its parity wants it.
    private static void TellCells(string program) =>
        File.WriteAllText(program, Heading().Replace(File.ReadAllText(program), "Console.WriteLine(\"\\n══ ${id} ══\");"));

    private static string? Fault(OutputNormalizer normalizer, NotebookCell cell, Dictionary<string, string> printed)
    {
        if (!printed.TryGetValue(cell.Id, out var now))
        {
            return $"{cell.Id} did not run\n";
        }

        // The figures in a picture are measured: as in a notebook, its words count without them.
        var stored = OutputSections.Read(cell.Outputs);
        var text = string.Concat(stored.Select(section => section.Kind == OutputSections.Svg ? PictureText.TwinOf(section.Text) + "\n" : section.Text));
        var parity = stored.Any(section => section.IsPicture) ? Parity.Shape : cell.Parity;
        var comparison = normalizer.Compare([new StreamOutput("stdout", text)], [new StreamOutput("stdout", now)], parity);
        return comparison.AreEqual ? null : $"{cell.Id}:\n{comparison.Diff}\n";
    }

    [GeneratedRegex("^// ══ (?<id>[\\w.-]+) ══$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("\n══ ([\\w.-]+) ══\n")]
    private static partial Regex CellStart();
}
