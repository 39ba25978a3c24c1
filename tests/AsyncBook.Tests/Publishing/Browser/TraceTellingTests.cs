namespace AsyncBook.Tests.Publishing;

/// <summary>What the player says of the notebooks' own traces, held to their steps.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class TraceTellingTests(BookBrowser browser)
{
    // Where each trace's steps and what the player makes of them disagree.
    private const string Contradictions =
        """
        Object.entries(window.bookSteps).flatMap(([cell, parts]) => parts.flatMap(part => {
          const faults = [];
          const fault = (index, what) => faults.push(`${cell} ${part.label} step ${index + 1}: ${what}`);
          let queue = [];
          window.bookReplay(part, part.steps.length, (state, index) => {
            const step = part.steps[index];
            const who = state.tasks.get(step.task);
            const running = [...state.tasks.values()].filter(task => task.mode === "running");
            if (!state.why || /undefined|null|NaN/.test(state.why)) fault(index, `says “${state.why}”`);
            if (new Set(running.map(task => task.thread)).size < running.length) fault(index, `two run on one thread: ${running.map(task => task.name)}`);
            if (step.line && step.task && who.line !== step.line) fault(index, `stands at ${who.line}, not at ${step.line}`);
            if (["line", "print", "enter", "resume"].includes(step.kind) && step.task && who.mode !== "running") fault(index, `${who.name} does something and is ${who.mode}`);
            if (step.kind === "suspend" && who.mode !== "suspended") fault(index, `${who.name} waits and is ${who.mode}`);
            if (state.why.startsWith("轮到队首") && queue.find(id => id !== 0) !== step.task) fault(index, `${who.name} was not the first of ${queue}`);
            const said = /轮到队首 (.+?)。/.exec(state.why)?.[1];
            const next = part.steps.slice(index + 1).find(other => other.thread === step.thread && ["enter", "resume"].includes(other.kind));
            if (said && state.tasks.get(next?.task)?.name !== said && part.tasks.find(task => task.id === next?.task)?.name !== said) fault(index, `${said} is not next`);
            queue = [...state.queue];
          });
          return faults;
        }))
        """;

    [Fact]
    public async Task Every_trace_of_the_notebooks_is_told_without_a_contradiction()
    {
        var cells = 0;
        foreach (var script in Directory.EnumerateFiles(Path.Combine(browser.Folder, "assets", "steps"), "*.js", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var page = Path.ChangeExtension(Path.GetRelativePath(Path.Combine(browser.Folder, "assets", "steps"), script), ".html");
            await using var visit = await browser.VisitAsync(page);
            await visit.AskAsync<object?>("book.openSteps(document.querySelector('[data-steps]'))");
            await visit.UntilAsync("document.querySelector('.player') !== null");
            var faults = await visit.AskAsync<string[]>(Contradictions);
            Assert.Empty(faults.Select(fault => $"{page} {fault}"));
            cells += await visit.AskAsync<int>("Object.keys(window.bookSteps).length");
        }

        Assert.True(cells >= 40, $"{cells} cells have steps");
    }
}
