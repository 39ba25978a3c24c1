using AsyncBook.Content.Tests.Workshop;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Running;

namespace AsyncBook.Content.Tests.Engines;

/// <summary>Notebooks through Jupyter's own machinery: messages, kernel and file format are none of ours.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class JupyterTests(JupyterHome jupyter, WorkshopServices services) : IClassFixture<JupyterHome>
{
    [Theory]
    [InlineData("1.4-task.ipynb")]
    [InlineData("1.9-uvloop.ipynb")]
    [InlineData("2.1-async-redis.ipynb")]
    public async Task A_notebook_executed_by_Jupyter_gives_what_is_stored(string name)
    {
        Skips.Allow(JupyterHome.Missing is { } missing ? [missing] : []);
        var stored = Notebook.Load(Path.Combine(Repository.Notebooks, name));
        var needs = stored.Needs.Concat(stored.Cells.SelectMany(cell => cell.Needs)).Distinct(StringComparer.Ordinal);
        Skips.Allow([.. (await Task.WhenAll(needs.Select(need =>
            Requirements.WhyMissingAsync(need, services.Addresses, TestContext.Current.CancellationToken)))).OfType<string>()]);

        var executed = Notebook.Load(await jupyter.ExecuteAsync(name, services.Addresses.Variables)).Cells.ToDictionary(cell => cell.Id, StringComparer.Ordinal);
        var normalizer = new OutputNormalizer(services.Addresses);
        var differences = string.Join('\n', stored.Cells
            .Where(cell => cell.Kind == CellKind.Code)
            .Select(cell => (cell.Id, Result: normalizer.Compare(cell.Outputs, executed[cell.Id].Outputs, cell.Parity)))
            .Where(found => !found.Result.AreEqual)
            .Select(found => $"{name}#{found.Id}:\n{found.Result.Diff}"));
        Assert.True(differences.Length == 0, differences);
    }
}
