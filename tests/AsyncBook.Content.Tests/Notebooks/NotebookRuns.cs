using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Every notebook run once on a kernel and compared with what is stored.</summary>
internal static class NotebookRuns
{
    private static readonly Lock _gate = new();
    private static readonly Dictionary<KernelKind, SideBySide<(NotebookReport Report, IReadOnlyList<string> Seen)>> _runs = [];

    public static string[] Names { get; } =
        [.. Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Notebooks, path)).Order(StringComparer.Ordinal)];

    /// <summary>What became of one of them.</summary>
    public static Task<(NotebookReport Report, IReadOnlyList<string> Seen)> GetAsync(KernelKind kernel, WorkshopServices services, string name)
    {
        lock (_gate)
        {
            if (!_runs.TryGetValue(kernel, out var runs))
            {
                runs = _runs[kernel] = new(Names, notebook => RunAsync(kernel, services, notebook));
            }

            return runs.Get(name);
        }
    }

    private static async Task<(NotebookReport Report, IReadOnlyList<string> Seen)> RunAsync(KernelKind kernel, WorkshopServices services, string name)
    {
        var options = RunOptions.Default with { Services = services.Addresses, Kernel = kernel, Mode = OutputMode.Check, CellTimeout = TimeSpan.FromMinutes(3) };
        var observer = new RecordingObserver();
        var report = await new NotebookRunner(options, observer).RunAsync(Notebook.Load(Path.Combine(Repository.Notebooks, name)), CancellationToken.None);
        return (report, observer.Seen);
    }
}
