using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.TestSupport;

/// <summary>Keeps what a run reported, in order.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    private readonly Lock _gate = new();

    public List<string> Seen { get; } = [];

    public void NotebookStarted(Notebook notebook) => Add($"start {notebook.Name}");

    public void CellStarted(Notebook notebook, NotebookCell cell) => Add($"cell {cell.Id}");

    public void CellSaid(Notebook notebook, KernelEvent said)
    {
        if (said is KernelEvent.Text text)
        {
            Add($"said {text.Value.TrimEnd()}");
        }
        else if (said is KernelEvent.Diagnosed { Messages: [_, ..] messages })
        {
            Add($"remarked {string.Join(' ', messages)}");
        }
    }

    public void CellEnded(Notebook notebook, CellReport report) => Add($"{report.Verdict} {report.CellId}");

    public void NotebookEnded(Notebook notebook, NotebookReport report) => Add($"end {report.Notebook} {report.Verdict}");

    private void Add(string what)
    {
        lock (_gate)
        {
            Seen.Add(what);
        }
    }
}
