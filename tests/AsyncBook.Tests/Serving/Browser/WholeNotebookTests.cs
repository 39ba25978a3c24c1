using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Services;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Serving.Browser;

/// <summary>The notebooks of the first part, each run from its page as a learner runs it.</summary>
[Trait("speed", "slow")]
public sealed class WholeNotebookTests(LiveBrowser browser) : IClassFixture<LiveBrowser>
{
    // The steps that are offered are this run's, not those that are stored.
    private const string OwnSteps = "count => [...document.querySelectorAll('[data-cell] > .steps')].filter(place => place.ownSteps && place.querySelector('.open-steps')).length === count";

    private static readonly OutputNormalizer _normalizer = new(ServiceAddresses.OfEnvironment);

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
    public async Task A_whole_notebook_run_from_its_page_says_and_draws_what_is_stored(string name)
    {
        var cells = Notebook.Load(Path.Combine(Repository.Notebooks, name + ".ipynb")).Cells.Where(cell => cell.Kind == CellKind.Code).ToList();
        await using var visit = await browser.VisitAsync(browser.Real, name + ".html", 1280, dark: false);
        var stored = await PageOutputs.ReadAsync(visit.Page);
        Assert.Equal(cells.Select(cell => cell.Id), stored.Keys);
        Assert.Equal(cells.Sum(Pictures), stored.Values.Sum(outputs => outputs.Count(IsPicture)));
        await PageOutputs.ForgetAsync(visit.Page);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "全部运行" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-cell][data-state=done]")).ToHaveCountAsync(cells.Count, new() { Timeout = 300_000 });

        var said = await PageOutputs.ReadAsync(visit.Page);
        Assert.Equal([], cells.Select(cell => (cell.Id, _normalizer.Compare(stored[cell.Id], said[cell.Id], cell.Parity).Diff)).Where(cell => cell.Diff.Length > 0));
        await visit.Page.WaitForFunctionAsync(OwnSteps, cells.Count(cell => cell.IsTraced), new() { Timeout = 60_000 });
    }

    private static int Pictures(NotebookCell cell) => cell.Outputs.Count(output => output switch
    {
        DisplayOutput display => display.Data["image/svg+xml"] is not null,
        ResultOutput result => result.Data["image/svg+xml"] is not null,
        _ => false,
    });

    private static bool IsPicture(CellOutput output) => output is DisplayOutput { Data: var data } && data["image/svg+xml"] is not null;
}
