using AsyncBook.Notebooks;
using AsyncBook.Running;
using Spectre.Console;

namespace AsyncBook.Commands.Views;

/// <summary>Where no live view can be: a line for each notebook as it ends.</summary>
internal sealed class RunView(IAnsiConsole console) : IRunObserver
{
    private readonly Lock _gate = new();

    public void NotebookEnded(Notebook notebook, NotebookReport report)
    {
        lock (_gate)
        {
            console.MarkupLine($"{VerdictText.Markup(report.Verdict)} {notebook.Name.Escaped()}  {VerdictText.Count(report)}  {VerdictText.Seconds(report.Duration)}");
        }
    }
}
