using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Running;

/// <summary>Runs one cell in a kernel, within its limits.</summary>
/// <param name="client">The notebook's kernel.</param>
/// <param name="notebook">The notebook, for names.</param>
/// <param name="timeout">How long the cell may take.</param>
/// <param name="watch">Sees every event as it comes.</param>
internal sealed class CellExecution(KernelClient client, Notebook notebook, TimeSpan timeout, Action<KernelEvent> watch)
{
    private static readonly TimeSpan _restoreAllowance = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _cancelPatience = TimeSpan.FromSeconds(1);

    public async Task<CellOutcome> RunAsync(NotebookCell cell, CellRecorder recorder, bool trace, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(PackageDirective.IsIn(cell.Source) ? timeout + _restoreAllowance : timeout);
        void Watch(KernelEvent said)
        {
            watch(said);
            recorder.Add(said);
            if (recorder.IsFull)
            {
                stop.Cancel();
            }
        }

        try
        {
            var failure = await client.SubmitAsync(cell.Source, $"{notebook.Name}#{cell.Id}", Watch, trace, stop.Token);
            return failure is null ? new CellOutcome.Succeeded()
                : PackageDirective.Explains(failure, cell.Source) ? new CellOutcome.PackageMissing(failure)
                : new CellOutcome.Failed(failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await client.CancelAsync(Watch, _cancelPatience);
            client.Kill();
            return new CellOutcome.KernelLost(Describe(recorder));
        }
        catch (KernelException e)
        {
            return new CellOutcome.KernelLost(e.Message);
        }
    }

    private string Describe(CellRecorder recorder) => recorder.IsFull
        ? RunWords.PrintedTooMuch(CellRecorder.Limit / (1024 * 1024))
        : RunWords.TookTooLong(timeout.TotalSeconds);
}

/// <summary>How a cell's run ended: one of a closed set.</summary>
internal abstract record CellOutcome
{
    private CellOutcome()
    {
    }

    /// <summary>It ran to its end.</summary>
    internal sealed record Succeeded : CellOutcome;

    /// <summary>It did not compile, or threw.</summary>
    internal sealed record Failed(string Message) : CellOutcome;

    /// <summary>A package it asks for cannot be restored.</summary>
    internal sealed record PackageMissing(string Message) : CellOutcome;

    /// <summary>Its kernel had to be ended, or ended by itself; no other cell can run in it.</summary>
    internal sealed record KernelLost(string Message) : CellOutcome;
}
