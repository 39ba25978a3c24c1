using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Running;

namespace AsyncBook.Content.Tests.Engines;

/// <summary>Notebooks through Jupyter's own machinery: messages, kernel and file format are none of ours.</summary>
[Collection(nameof(RunsAlone))]
public sealed class JupyterTests(JupyterHome jupyter, WorkshopServices services) : IClassFixture<JupyterHome>
{
    [Theory]
    [InlineData("1.4-task.ipynb")]
    [InlineData("1.9-uvloop.ipynb")]
    [InlineData("2.1-async-redis.ipynb")]
    public async Task A_notebook_executed_by_Jupyter_gives_what_is_stored(string name)
    {
        Assert.SkipWhen(JupyterHome.Missing is not null, JupyterHome.Missing ?? "");
        var stored = Notebook.Load(Path.Combine(Repository.Notebooks, name));
        foreach (var need in stored.Needs.Concat(stored.Cells.SelectMany(cell => cell.Needs)).Distinct(StringComparer.Ordinal))
        {
            var missing = await Requirements.WhyMissingAsync(need, services.Addresses, TestContext.Current.CancellationToken);
            Assert.SkipWhen(missing is not null, missing ?? "");
        }

        var executed = Notebook.Load(await jupyter.ExecuteAsync(name, services.Addresses.Variables)).Cells.ToDictionary(cell => cell.Id, StringComparer.Ordinal);
        var normalizer = new OutputNormalizer(services.Addresses);
        var differences = string.Join('\n', stored.Cells
            .Where(cell => cell.Kind == CellKind.Code)
            .Select(cell => (cell.Id, Result: normalizer.Compare(cell.Outputs, Said(executed[cell.Id]), cell.Parity)))
            .Where(found => !found.Result.AreEqual)
            .Select(found => $"{name}#{found.Id}:\n{found.Result.Diff}"));
        Assert.True(differences.Length == 0, differences);
    }

    // What the kernel adds on its own account: the script of its web page, and the list of packages.
    private static IReadOnlyList<CellOutput> Said(NotebookCell cell) => [.. cell.Outputs.Where(output =>
        (output as DisplayOutput)?.Data["text/html"] is not { } html
        || !(html.Contains("dotnet-interactive-this-cell", StringComparison.Ordinal) || html.Contains("Installed Packages", StringComparison.Ordinal)))];
}
