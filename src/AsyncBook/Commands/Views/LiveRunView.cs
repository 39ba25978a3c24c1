using System.Collections.Concurrent;
using System.Diagnostics;
using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AsyncBook.Commands.Views;

/// <summary>In a terminal: what runs, with the cell it is at, then what has ended, then how many wait; never more than fits.</summary>
internal sealed class LiveRunView(IReadOnlyList<Notebook> notebooks) : IRunObserver
{
    private static readonly TimeSpan _frame = TimeSpan.FromMilliseconds(120);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, RunRow> _rows = new(StringComparer.Ordinal);

    /// <summary>Shows the run until it ends.</summary>
    public async Task<T> ShowAsync<T>(IAnsiConsole console, Task<T> run)
    {
        await console.Live(Render(console.Profile.Width, console.Profile.Height)).AutoClear(true).StartAsync(async live =>
        {
            while (await Task.WhenAny(run, Task.Delay(_frame)) != run)
            {
                live.UpdateTarget(Render(console.Profile.Width, console.Profile.Height));
            }
        });
        return await run;
    }

    public void NotebookStarted(Notebook notebook) =>
        _rows[notebook.Path] = new RunRow(notebook, Stopwatch.StartNew(), 0, RunWords.StartingKernel);

    public void CellStarted(Notebook notebook, NotebookCell cell) =>
        Change(notebook, row => row with { Cell = row.Cell + 1, Title = PackageDirective.IsIn(cell.Source) ? $"{RunWords.RestoringPackages}: {cell.Title}" : cell.Title });

    public void CellSaid(Notebook notebook, KernelEvent said)
    {
        if (said is KernelEvent.Text)
        {
            Change(notebook, row => row with { Title = row.Title.Replace($"{RunWords.RestoringPackages}: ", "", StringComparison.Ordinal) });
        }
    }

    public void NotebookEnded(Notebook notebook, NotebookReport report) =>
        Change(notebook, row => row with { Report = report, EndedAt = _clock.Elapsed });

    /// <summary>The view at this moment, for a terminal of this size.</summary>
    public IRenderable Render(int width, int height)
    {
        var rows = _rows.Values.ToList();
        var running = rows.Where(row => row.Report is null).OrderBy(row => row.Notebook.Name, StringComparer.Ordinal).ToList();
        // What failed is seen as long as there is room, then what ended last.
        var ended = rows.Where(row => row.Report is not null).OrderBy(row => row.Report!.Verdict == CellVerdict.Failed ? 0 : 1).ThenByDescending(row => row.EndedAt).ToList();
        var room = Math.Max(1, height - 4);
        var shownRunning = running.Take(room).ToList();
        var shownEnded = ended.Take(Math.Max(0, room - shownRunning.Count - 1)).ToList();
        List<IRenderable> lines =
        [
            new Markup($"[bold]{RunWords.Progress(ended.Count, running.Count, notebooks.Count - rows.Count, VerdictText.Seconds(_clock.Elapsed))}[/]"),
            RunTable.Of([.. shownRunning, .. shownEnded], width),
        ];
        if (ended.Count > shownEnded.Count)
        {
            var states = ended.Skip(shownEnded.Count).CountBy(row => row.Report!.Verdict).Select(count => RunWords.CountOfNotebooks(count.Value, VerdictText.Word(count.Key)));
            lines.Add(new Markup($"[grey]{RunWords.MoreEnded(ended.Count - shownEnded.Count, string.Join(", ", states))}[/]"));
        }

        return new Rows(lines);
    }

    private void Change(Notebook notebook, Func<RunRow, RunRow> change) => _rows[notebook.Path] = change(_rows[notebook.Path]);
}
