using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AsyncBook.Commands.Views;

/// <summary>
/// Each cell's title and what it prints. One notebook has the floor and is shown as it happens;
/// those that run beside it are kept, and shown whole when their turn comes.
/// </summary>
internal sealed class VerboseRunView(IAnsiConsole console) : IRunObserver
{
    private readonly Lock _gate = new();
    private readonly List<Transcript> _waiting = [];

    public void NotebookStarted(Notebook notebook) =>
        Say(notebook, new Rule($"[bold]{notebook.Name.Escaped()}[/]").LeftJustified());

    public void CellStarted(Notebook notebook, NotebookCell cell) =>
        Say(notebook, new Markup($"[blue]▶ {cell.Id.Escaped()}[/] {cell.Title.Escaped()}\n"));

    public void CellSaid(Notebook notebook, KernelEvent said)
    {
        if (TextOf(said) is { } text)
        {
            Say(notebook, new Text(TerminalText.Clean(text)));
        }
    }

    public void CellEnded(Notebook notebook, CellReport report) => Say(
        notebook,
        new Markup($"  {VerdictText.Markup(report)} {VerdictText.Seconds(report.Duration)} {(report.Reason ?? "").Escaped()}\n"));

    public void NotebookEnded(Notebook notebook, NotebookReport report)
    {
        lock (_gate)
        {
            var ended = FindOrAdd(notebook);
            ended.HasEnded = true;
            while (_waiting is [{ HasEnded: true }, ..])
            {
                _waiting.RemoveAt(0);
                if (_waiting is [var next, ..])
                {
                    next.Flush(console);
                }
            }
        }
    }

    private static string? TextOf(KernelEvent said) => said switch
    {
        KernelEvent.Text text => text.Value,
        KernelEvent.Displayed shown when !PackageProgress.IsShownBy(shown.Data) && shown.Data[StoredTrace.Mime] is null => OutputText.Render(shown.Data),
        KernelEvent.Returned returned => OutputText.Render(returned.Data),
        KernelEvent.Stray stray => $"{RunWords.Late} {stray.Value}",
        _ => null,
    };

    private void Say(Notebook notebook, Spectre.Console.Rendering.IRenderable text)
    {
        lock (_gate)
        {
            var transcript = FindOrAdd(notebook);
            transcript.Lines.Enqueue(text);
            if (transcript == _waiting[0])
            {
                transcript.Flush(console);
            }
        }
    }

    private Transcript FindOrAdd(Notebook notebook)
    {
        if (_waiting.Find(transcript => transcript.Notebook == notebook) is { } known)
        {
            return known;
        }

        var fresh = new Transcript(notebook);
        _waiting.Add(fresh);
        return fresh;
    }
}

/// <summary>What a notebook has said and has not yet been shown.</summary>
internal sealed class Transcript(Notebook notebook)
{
    public Notebook Notebook { get; } = notebook;

    public Queue<IRenderable> Lines { get; } = new();

    public bool HasEnded { get; set; }

    public void Flush(IAnsiConsole console)
    {
        while (Lines.TryDequeue(out var line))
        {
            console.Write(line);
        }
    }
}
