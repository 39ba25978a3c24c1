using System.Diagnostics;
using System.Text;
using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Running;

/// <summary>One notebook while it runs.</summary>
/// <param name="notebook">The notebook.</param>
/// <param name="options">How it is run.</param>
/// <param name="observer">Hears of it.</param>
/// <param name="kernels">Where its kernel comes from.</param>
internal sealed class NotebookRun(Notebook notebook, RunOptions options, IRunObserver observer, KernelPool kernels) : IAsyncDisposable
{
    private readonly Availability _availability = new(notebook, options.Services);
    private KernelClient? _client;
    private readonly StringBuilder _stray = new();
    private string? _stopped;

    public string Stray => _stray.ToString();

    /// <summary>Called once its first cell has run: what the machine has to do then is mostly to wait.</summary>
    public Action? IsUnderWay { get; set; }

    public async Task<IReadOnlyList<CellReport>> RunAsync(CancellationToken cancellationToken)
    {
        var reports = new List<CellReport>();
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            observer.CellStarted(notebook, cell);
            var report = await RunCellAsync(cell, cancellationToken);
            reports.Add(report);
            observer.CellEnded(notebook, report);
            if (cell.Id == options.TracedCell)
            {
                break;
            }
        }

        foreach (var late in _client?.TakeStray() ?? [])
        {
            Watch(late);
        }

        return reports;
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await kernels.ReturnAsync(_client);
        }
    }

    private async Task<CellReport> RunCellAsync(NotebookCell cell, CancellationToken cancellationToken)
    {
        if (_stopped is not null)
        {
            return Report(cell, CellVerdict.NotRun, _stopped);
        }

        if (await _availability.WhySkippedAsync(cell, cancellationToken) is { } reason)
        {
            return Report(cell, CellVerdict.Skipped, reason);
        }

        return await ExecuteAsync(cell, cancellationToken);
    }

    private async Task<CellReport> ExecuteAsync(NotebookCell cell, CancellationToken cancellationToken)
    {
        var recorder = new CellRecorder();
        var clock = Stopwatch.StartNew();
        var outcome = await SubmitAsync(cell, recorder, cancellationToken);
        IsUnderWay?.Invoke();
        IsUnderWay = null;
        var outputs = recorder.Outputs;
        if (outcome is CellOutcome.Failed allowed && cell.Tags.Contains(CellTags.RaisesException))
        {
            var error = RaisedError.Parse(allowed.Message);
            Watch(new KernelEvent.Text(null, true, OutputText.Render([error])));
            (outcome, outputs) = (new CellOutcome.Succeeded(), [.. outputs, error]);
        }

        var report = Judge(cell, outcome, outputs) with { Duration = clock.Elapsed, Output = OutputText.Render(outputs) };
        if (cell is { Role: CellRole.Check, ExerciseId: { } id })
        {
            report = report with { Exercise = ExerciseVerdict.Find(id, report.Output) };
        }

        if (report.Verdict == CellVerdict.Failed && outcome is not CellOutcome.Succeeded)
        {
            _stopped = RunWords.FailedBefore(cell.Id);
        }

        return report;
    }

    private async Task<CellOutcome> SubmitAsync(NotebookCell cell, CellRecorder recorder, CancellationToken cancellationToken)
    {
        try
        {
            _client ??= await kernels.TakeAsync(notebook.Folder, options.Services, cancellationToken);
        }
        catch (KernelException e)
        {
            return new CellOutcome.KernelLost(e.Message);
        }

        var execution = new CellExecution(_client, notebook, options.CellTimeout, Watch);
        return await execution.RunAsync(cell.Id, cell.Source, recorder, options.Traces(cell), cancellationToken);
    }

    private void Watch(KernelEvent said)
    {
        if (said is KernelEvent.Stray stray)
        {
            _stray.Append(stray.Value);
        }

        observer.CellSaid(notebook, said);
    }

    private CellReport Judge(NotebookCell cell, CellOutcome outcome, IReadOnlyList<CellOutput> outputs)
    {
        switch (outcome)
        {
            case CellOutcome.Failed failed:
                return Report(cell, CellVerdict.Failed, WithMemory(cell, failed.Message));
            case CellOutcome.KernelLost lost:
                return Report(cell, CellVerdict.Failed, WithMemory(cell, lost.Message));
            case CellOutcome.PackageMissing missing:
                var reason = PackageDirective.Reason(missing.Message);
                _availability.PackageMissing(cell, reason);
                return Report(cell, CellVerdict.Skipped, reason);
            default:
                return Compare(cell, outputs);
        }
    }

    private static string WithMemory(NotebookCell cell, string failure) => MemoryLimit.Explains(failure)
        ? $"{RunWords.NeededMoreMemory(cell.Id, MemoryLimit.Megabytes, MemoryLimit.Variable)}\n{failure}"
        : failure;

    private CellReport Compare(NotebookCell cell, IReadOnlyList<CellOutput> outputs)
    {
        if (options.Mode == OutputMode.Forget)
        {
            return Report(cell, CellVerdict.Passed, null);
        }

        var normalizer = new OutputNormalizer(options.Services);
        var comparison = normalizer.Compare(cell.Outputs, outputs, cell.Parity);
        var steps = options.Keeps(cell) ? normalizer.CompareSteps(cell.Outputs, outputs, cell.Parity) : new OutputComparison(true, "");
        if (options.Mode == OutputMode.Check)
        {
            return !comparison.AreEqual ? Report(cell, CellVerdict.Failed, RunWords.Differs + "\n" + comparison.Diff)
                : !steps.AreEqual ? Report(cell, CellVerdict.Failed, RunWords.StepsDiffer + "\n" + steps.Diff)
                : Report(cell, CellVerdict.Passed, null);
        }

        Save(cell, outputs, comparison.AreEqual, steps.AreEqual);
        return Report(cell, CellVerdict.Passed, null);
    }

    // What has not changed stays as it is stored; the steps come last. A cell that is marked no more loses them.
    private static void Save(NotebookCell cell, IReadOnlyList<CellOutput> outputs, bool isOutputEqual, bool areStepsEqual)
    {
        var stored = cell.Outputs;
        if (isOutputEqual && areStepsEqual && (cell.IsTraced || !stored.Any(StoredTrace.Is)))
        {
            return;
        }

        cell.ReplaceOutputs(
        [
            .. (isOutputEqual ? stored : outputs).Where(output => !StoredTrace.Is(output)),
            .. (areStepsEqual ? stored : outputs).Where(output => cell.IsTraced && StoredTrace.Is(output)),
        ]);
    }

    private CellReport Report(NotebookCell cell, CellVerdict verdict, string? reason)
    {
        var report = new CellReport(notebook.Name, cell.Id, cell.Title, verdict, TimeSpan.Zero, reason, "");
        return (SourceHint.Find(notebook, cell), verdict) switch
        {
            ({ } hint, CellVerdict.Failed) => report with { Reason = $"{reason}\nhint: {hint}" },
            ({ } hint, CellVerdict.Passed) => report with { Hint = hint },
            _ => report,
        };
    }
}
