using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Faults;

/// <summary>Two that save one notebook at once: one wins whole, the other says so.</summary>
public sealed class TwoSavesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("speed", "slow")]
    public async Task Two_runs_that_both_want_to_store_end_with_0_and_with_1()
    {
        // Each waits in its cell until both have read the notebook.
        var path = SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("cell", $$"""
            System.IO.File.WriteAllText($"here-{Environment.ProcessId}", "");
            while (System.IO.Directory.GetFiles(".", "here-*").Length < 2) await Task.Delay(20);
            Console.WriteLine(Environment.ProcessId);
            """)), "n.ipynb");
        var before = FuzzCase.WithoutOutputs(await File.ReadAllBytesAsync(path, Token));
        var runs = await Task.WhenAll(
            AsyncBookProcess.RunAsync(_folder.Path, ["run", "--save", "n.ipynb"]), AsyncBookProcess.RunAsync(_folder.Path, ["run", "--save", "n.ipynb"]));

        Assert.Equal([0, 1], runs.Select(run => run.ExitCode).Order());
        Assert.Contains("n.ipynb: changed on disk since it was read; nothing was written, run it again", runs.Single(run => run.ExitCode == 1).Errors, StringComparison.Ordinal);
        Assert.Empty(runs.Single(run => run.ExitCode == 0).Errors);
        var stored = Assert.IsType<StreamOutput>(Assert.Single(Notebook.Load(path).Cells[0].Outputs)).Text.Trim();
        Assert.Contains($"here-{stored}", Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
        Assert.Equal(before!.ToJsonString(), FuzzCase.WithoutOutputs(await File.ReadAllBytesAsync(path, Token))!.ToJsonString());
        Assert.Empty(Directory.GetFiles(_folder.Path, ".*"));
    }

    [Fact]
    public void Of_many_that_save_at_the_same_moment_one_alone_does()
    {
        var path = SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("cell", "1")), "n.ipynb");
        for (var round = 0; round < 50; round++)
        {
            using var start = new Barrier(4);
            var won = Enumerable.Range(0, 4).Select(who => SaverOf(path, $"{round}-{who}", start)).ToList();
            won.ForEach(thread => thread.Thread.Start());
            won.ForEach(thread => thread.Thread.Join());
            var winner = Assert.Single(won, saver => saver.HasSaved());
            Assert.Equal(winner.Source, Notebook.Load(path).Cells[0].Source);
        }
    }

    private static (string Source, Thread Thread, Func<bool> HasSaved) SaverOf(string path, string source, Barrier start)
    {
        var notebook = Notebook.Load(path);
        notebook.Cells[0].ReplaceSource(source);
        var hasSaved = false;
        return (source, new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                hasSaved = notebook.Save();
            }
            catch (NotebookSaveException)
            {
                hasSaved = false;
            }
        }), () => hasSaved);
    }
}
