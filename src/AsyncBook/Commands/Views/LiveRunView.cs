using System.Collections.Concurrent;
using System.Diagnostics;
using AsyncBook.Notebooks;
using AsyncBook.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AsyncBook.Commands.Views;

/// <summary>In a terminal: one row per notebook, with the cell it is at, redrawn as the run goes on.</summary>
internal sealed class LiveRunView(IReadOnlyList<Notebook> notebooks) : IRunObserver
{
    private static readonly TimeSpan _frame = TimeSpan.FromMilliseconds(120);
    private readonly ConcurrentDictionary<string, Row> _rows = new(StringComparer.Ordinal);

    /// <summary>Shows the run until it ends.</summary>
    public async Task<T> ShowAsync<T>(IAnsiConsole console, Task<T> run)
    {
        await console.Live(Render()).AutoClear(true).StartAsync(async live =>
        {
            while (await Task.WhenAny(run, Task.Delay(_frame)) != run)
            {
                live.UpdateTarget(Render());
            }
        });
        return await run;
    }

    public void NotebookStarted(Notebook notebook) => _rows[notebook.Path] = new Row(Stopwatch.StartNew(), 0, "starting the kernel", null);

    public void CellStarted(Notebook notebook, NotebookCell cell) =>
        Change(notebook, row => row with { Cell = row.Cell + 1, Title = cell.Title });

    public void NotebookEnded(Notebook notebook, NotebookReport report) => Change(notebook, row => row with { Report = report });

    private void Change(Notebook notebook, Func<Row, Row> change) => _rows[notebook.Path] = change(_rows[notebook.Path]);

    private Table Render()
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("notebook", "state", "cell", "time", "title");
        table.Columns[^1].NoWrap();
        foreach (var notebook in notebooks)
        {
            table.AddRow(Cells(notebook));
        }

        return table;
    }

    private IEnumerable<IRenderable> Cells(Notebook notebook)
    {
        if (!_rows.TryGetValue(notebook.Path, out var row))
        {
            return [new Text(notebook.Name), new Markup("[grey]waiting[/]"), Text.Empty, Text.Empty, Text.Empty];
        }

        var total = notebook.Cells.Count(cell => cell.Kind == CellKind.Code);
        return row.Report is { } report
            ? [new Text(notebook.Name), new Markup(VerdictText.Markup(report.Verdict)), new Text(VerdictText.Count(report)), new Text(VerdictText.Seconds(report.Duration)), Text.Empty]
            : [new Text(notebook.Name), new Markup("[blue]running[/]"), new Text($"{row.Cell}/{total}"), new Text(VerdictText.Seconds(row.Clock.Elapsed)), new Text(row.Title).Ellipsis()];
    }

    private sealed record Row(Stopwatch Clock, int Cell, string Title, NotebookReport? Report);
}
