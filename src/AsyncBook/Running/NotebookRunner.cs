using System.Diagnostics;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Running;

/// <summary>Runs notebooks, each from top to bottom in a kernel of its own.</summary>
internal sealed class NotebookRunner(RunOptions options, IRunObserver observer)
{
    /// <summary>Runs them all, several at once; the reports come in the order of the notebooks.</summary>
    public async Task<IReadOnlyList<NotebookReport>> RunAsync(IReadOnlyList<Notebook> notebooks, CancellationToken cancellationToken)
    {
        var reports = new NotebookReport[notebooks.Count];
        var begun = 0;
        await using var kernels = new KernelPool(options.Kernel);
        void WarmNext()
        {
            if (Volatile.Read(ref begun) is var next && next < notebooks.Count)
            {
                kernels.Warm(notebooks[next].Folder, options.Services);
            }
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, notebooks.Count, parallel, async (index, token) =>
        {
            Interlocked.Increment(ref begun);
            reports[index] = await RunAsync(notebooks[index], kernels, WarmNext, token);
        });
        return reports;
    }

    /// <summary>Runs one; with <see cref="OutputMode.Save"/> its file is written when all its cells have passed or been skipped.</summary>
    public async Task<NotebookReport> RunAsync(Notebook notebook, CancellationToken cancellationToken)
    {
        await using var kernels = new KernelPool(options.Kernel);
        return await RunAsync(notebook, kernels, null, cancellationToken);
    }

    private async Task<NotebookReport> RunAsync(Notebook notebook, KernelPool kernels, Action? isUnderWay, CancellationToken cancellationToken)
    {
        observer.NotebookStarted(notebook);
        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        await using var run = new NotebookRun(notebook, options, observer, kernels) { IsUnderWay = isUnderWay };
        var cells = await run.RunAsync(cancellationToken);
        var report = new NotebookReport(notebook.Name, cells, started, clock.Elapsed) { Stray = run.Stray };
        if (options.Mode == OutputMode.Save && report.Verdict is (CellVerdict.Passed or CellVerdict.Skipped))
        {
            report = report with { SaveFault = WhyNotSaved(notebook) };
        }

        observer.NotebookEnded(notebook, report);
        return report;
    }

    // The others are run and stored all the same.
    private static string? WhyNotSaved(Notebook notebook)
    {
        try
        {
            FrontEndTraces.RemoveFrom(notebook);
            notebook.Save();
            return null;
        }
        catch (NotebookSaveException e)
        {
            return e.Message;
        }
    }
}
