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
    private static readonly TimeSpan _stopPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _calm = TimeSpan.FromMilliseconds(500);
    private const int Looks = 6;

    /// <summary>Runs a cell as it stands in a notebook, or as somebody has it on a page.</summary>
    /// <param name="id">The cell's id.</param>
    /// <param name="source">Its text.</param>
    /// <param name="recorder">Collects what it says.</param>
    /// <param name="trace">Whether its steps are wanted.</param>
    /// <param name="cancellationToken">Gives the whole run up.</param>
    /// <param name="stop">Stops this cell: the kernel goes on if it obeys.</param>
    public async Task<CellOutcome> RunAsync(
        string id, string source, CellRecorder recorder, bool trace, CancellationToken cancellationToken, CancellationToken stop = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop);
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            end.CancelAfter(PackageDirective.IsIn(source) ? timeout + _restoreAllowance : timeout);
        }

        void Watch(KernelEvent said)
        {
            // What comes between too much and the cell's end is too much as well.
            if (recorder.IsFull)
            {
                return;
            }

            watch(said);
            recorder.Add(said);
            if (recorder.IsFull)
            {
                end.Cancel();
            }
        }

        try
        {
            var failure = await client.SubmitAsync(source, $"{notebook.Name}#{id}", Watch, trace, end.Token);
            return failure is null ? new CellOutcome.Succeeded()
                : PackageDirective.Explains(failure, source) ? new CellOutcome.PackageMissing(failure)
                : new CellOutcome.Failed(failure);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !recorder.IsFull && !cancellationToken.IsCancellationRequested)
        {
            return await StopAsync(Watch);
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

    // A kernel gives a cell up at once, but cannot take a thread away from code that holds it: such code would go on for ever.
    // On a busy machine it gets little of the processor, but always some; a kernel without it is at rest before long.
    private async Task<CellOutcome> StopAsync(Action<KernelEvent> watch)
    {
        if (await client.CancelAsync(watch, _stopPatience))
        {
            for (var look = 0; look < Looks; look++)
            {
                var before = client.ProcessorTime;
                await Task.Delay(_calm);
                if (client.ProcessorTime - before < _calm / 50)
                {
                    return new CellOutcome.Stopped();
                }
            }
        }

        client.Kill();
        return new CellOutcome.KernelLost(RunWords.DidNotStop);
    }

    private string Describe(CellRecorder recorder) => recorder.IsFull
        ? RunWords.PrintedTooMuch(recorder.Millions)
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

    /// <summary>It was stopped, as somebody asked; its kernel has all that ran before.</summary>
    internal sealed record Stopped : CellOutcome;

    /// <summary>Its kernel had to be ended, or ended by itself; no other cell can run in it.</summary>
    internal sealed record KernelLost(string Message) : CellOutcome;
}
