using System.Diagnostics;
using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Running;
using AsyncBook.Services;

namespace AsyncBook.Serving;

/// <summary>The kernel behind one page: cells run in it one after the other, and whatever becomes of it, there is another.</summary>
/// <param name="pool">Where kernels come from.</param>
/// <param name="notebook">The page's notebook as it is now.</param>
/// <param name="addresses">Where the services are now.</param>
/// <param name="send">Takes the messages.</param>
internal sealed partial class LiveKernel(KernelPool pool, Func<Notebook> notebook, Func<ServiceAddresses> addresses, Action<ServerMessage> send) : IAsyncDisposable
{
    /// <summary>More than this many characters of a cell's output is too much for a page.</summary>
    public const int MostOutput = 10 * 1024 * 1024;

    private readonly Turn _turn = new();
    private KernelClient? _client;
    private Availability? _availability;
    private readonly LateWords _late = new();
    private bool _isDisposed;

    /// <summary>The kernel as it is now, also while a cell runs in it; null where there is none.</summary>
    public KernelClient? Client => _client;

    /// <summary>Counts the kernels there have been: what was defined in one is not in the next.</summary>
    public int Generation { get; private set; }

    private string Folder => notebook().Folder;

    /// <summary>Sees to it that there is a kernel.</summary>
    /// <returns>It; null where it does not start, which has been said.</returns>
    public Task<KernelClient?> StartAsync() => _turn.TakeAsync(async () =>
    {
        if (_client is not null || _isDisposed)
        {
            return _client;
        }

        send(new ServerMessage.Kernel("starting"));
        try
        {
            _availability = new Availability(notebook(), addresses());
            _client = await pool.TakeAsync(Folder, addresses(), CancellationToken.None);
            pool.WarmLater(Folder, addresses());
            Generation++;
            send(new ServerMessage.Kernel("ready"));
            _ = WatchAsync(_client);
        }
        catch (Exception e) when (e is KernelException or OperationCanceledException)
        {
            send(new ServerMessage.Kernel("ended", ServeWords.KernelDoesNotStart(e.Message)));
        }

        return _client;
    });

    /// <summary>What was missing may be there now.</summary>
    public void AskAgain() => _availability = new Availability(notebook(), addresses());

    /// <summary>Runs what no cell shows.</summary>
    /// <returns>Why it failed; null where it did not.</returns>
    public async Task<string?> BringInAsync(string code, CancellationToken stop)
    {
        if (_client is not { } client)
        {
            return ServeWords.KernelLost("");
        }

        _late.Begin(_ => { });
        try
        {
            return await client.SubmitAsync(code, notebook().Name, _ => { }, stop);
        }
        catch (KernelException e)
        {
            return e.Message;
        }
        catch (OperationCanceledException)
        {
            await RestartAsync(ServeWords.Restarted);
            return ServeWords.Stopped;
        }
        finally
        {
            _late.End(client);
        }
    }

    /// <summary>Runs one cell to its end, and says all of it.</summary>
    /// <returns>How it ended, and what it printed; null where it could not be run here.</returns>
    public async Task<(CellOutcome Outcome, CellRecorder Said)?> RunAsync(CellText cell, bool trace, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            send(new ServerMessage.Cell(cell.Id, "idle"));
            return (new CellOutcome.Stopped(), new CellRecorder());
        }

        if (await StartAsync() is not { } client)
        {
            send(new ServerMessage.Cell(cell.Id, "failed"));
            return (new CellOutcome.KernelLost(""), new CellRecorder());
        }

        var book = notebook();
        var known = book.Cells.FirstOrDefault(other => other.Id == cell.Id);
        if (known is not null && await _availability!.WhySkippedAsync(known, CancellationToken.None) is { } why)
        {
            send(new ServerMessage.Cell(cell.Id, "idle", Text: why));
            return null;
        }

        var voice = new CellVoice(book.Name, cell, MostOutput, send);
        _late.Begin(voice.Hear);
        _idleEnds = 0;
        send(new ServerMessage.Kernel("busy"));
        send(new ServerMessage.Clear(cell.Id));
        send(new ServerMessage.Cell(cell.Id, "running"));
        var clock = Stopwatch.StartNew();
        var recorder = new CellRecorder(MostOutput);
        var execution = new CellExecution(client, book, Timeout.InfiniteTimeSpan, voice.Hear);
        var outcome = await execution.RunAsync(cell.Id, cell.Source, recorder, trace || known?.IsTraced == true, CancellationToken.None, stop);
        if (outcome is CellOutcome.Failed allowed && known?.Tags.Contains(CellTags.RaisesException) == true)
        {
            voice.Fail(allowed.Message);
            outcome = new CellOutcome.Succeeded();
        }

        await TellAsync(client, cell, known, outcome, voice, Math.Round(clock.Elapsed.TotalSeconds, 3), stop);
        _late.End(client);
        if (client.ProcessorTime is null)
        {
            await LoseAsync(client);
        }

        return (outcome, recorder);
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await EndAsync();
    }

    private async Task TellAsync(KernelClient client, CellText cell, NotebookCell? known, CellOutcome outcome, CellVoice voice, double seconds, CancellationToken stop)
    {
        switch (outcome)
        {
            case CellOutcome.Failed failed:
                voice.Fail(failed.Message);
                send(new ServerMessage.Cell(cell.Id, "failed", seconds));
                break;
            case CellOutcome.PackageMissing missing:
                var reason = PackageDirective.Reason(missing.Message);
                if (known is not null)
                {
                    _availability?.PackageMissing(known, reason);
                }

                voice.Fail(missing.Message);
                send(new ServerMessage.Cell(cell.Id, "failed", seconds, reason));
                break;
            case CellOutcome.Stopped:
                send(new ServerMessage.Cell(cell.Id, "stopped", seconds, ServeWords.Stopped));
                break;
            case CellOutcome.KernelLost lost:
                send(new ServerMessage.Cell(cell.Id, stop.IsCancellationRequested ? "stopped" : "failed", seconds, lost.Message));
                await LoseAsync(client, lost.Message);
                return;
            default:
                send(new ServerMessage.Cell(cell.Id, "done", seconds));
                break;
        }

        send(new ServerMessage.Kernel("ready"));
    }
}
