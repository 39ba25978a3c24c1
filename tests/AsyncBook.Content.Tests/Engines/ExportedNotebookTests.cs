using System.Text.RegularExpressions;
using AsyncBook.Exporting;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Content.Tests;

/// <summary>The notebooks outlive every kernel: as programs they print what is stored.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed partial class ExportedNotebookTests(WorkshopServices services)
{
    // One build each: all of part 1, and of part 2 those that the tutorial's reader meets first.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("1.1-event-loop")]
    [InlineData("1.2-quick-start")]
    [InlineData("1.3-await")]
    [InlineData("1.4-task")]
    [InlineData("1.5-future")]
    [InlineData("1.6-concurrent-futures")]
    [InlineData("1.7-async-iterator")]
    [InlineData("1.8-async-context-manager")]
    [InlineData("1.9-uvloop")]
    [InlineData("2.1-async-redis")]
    [InlineData("2.3-fastapi")]
    public async Task A_notebook_as_a_program_prints_its_stored_outputs(string name)
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Load(Path.Combine(Repository.Notebooks, name + ".ipynb"));
        var program = Assert.Single(ExportFolder.Write(folder.Path, [notebook]));
        TellCells(program);

        var (exitCode, output, errors) = await AsyncBookProcess.RunProgramAsync(
            folder.Path, "dotnet", ["run", program], _patience, [.. services.Addresses.Variables.Select(variable => (variable.Key, variable.Value)), ("MSBUILDDISABLENODEREUSE", "1")]);

        Assert.True(exitCode == 0, $"{errors}\n{output}");
        var printed = CellStart().Split(output).Skip(1).Chunk(2).ToDictionary(cell => cell[0], cell => cell[1]);
        var normalizer = new OutputNormalizer(services.Addresses);
        Assert.Equal("", string.Concat(notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => Fault(normalizer, cell, printed))));
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
