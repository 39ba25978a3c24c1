using System.Globalization;
using System.Text.Json;
using AsyncBook.Language;

namespace AsyncBook.Kernels;

/// <summary>Talks to one kernel: submits code, hands on its events, and knows when it is over.</summary>
internal sealed class KernelClient : IAsyncDisposable
{
    private static readonly TimeSpan _startLimit = TimeSpan.FromSeconds(60);
    private readonly KernelProcess _process;
    private readonly EventRouter _events;
    private int _tokens;
    private bool _isDisposed;

    private KernelClient(KernelProcess process) => (_process, _events) = (process, new EventRouter(process.Events));

    /// <summary>The kernel's process id.</summary>
    public int ProcessId => _process.Id;

    /// <exception cref="KernelException">It cannot be started, or does not get ready.</exception>
    public static async Task<KernelClient> StartAsync(KernelLaunch launch, string folder, CancellationToken cancellationToken)
    {
        var client = new KernelClient(KernelProcess.Start(launch, folder));
        try
        {
            await client.WaitUntilReadyAsync(cancellationToken);
            return client;
        }
        catch
        {
            client._process.Kill();
            await client.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc cref="SubmitAsync(string, string, Action{KernelEvent}, bool, CancellationToken)"/>
    public Task<string?> SubmitAsync(string code, string name, Action<KernelEvent> watch, CancellationToken cancellationToken) =>
        SubmitAsync(code, name, watch, trace: false, cancellationToken);

    /// <summary>Runs code to its end.</summary>
    /// <param name="code">The cell.</param>
    /// <param name="name">What stack traces call it.</param>
    /// <param name="watch">Gets every event, also those of earlier cells that come late.</param>
    /// <param name="trace">Whether its steps are wanted as one more displayed value; only the built-in kernel gives them.</param>
    /// <param name="cancellationToken">Stops waiting; the code itself goes on until the kernel is killed.</param>
    /// <returns>Why it failed; null where it succeeded.</returns>
    /// <exception cref="KernelException">The kernel has gone.</exception>
    public async Task<string?> SubmitAsync(string code, string name, Action<KernelEvent> watch, bool trace, CancellationToken cancellationToken)
    {
        var token = NextToken();
        var parameters = new { file = name };
        await (trace
            ? SendAsync("SubmitCode", token, new { code, targetKernelName = "csharp", parameters, trace })
            : SendAsync("SubmitCode", token, new { code, targetKernelName = "csharp", parameters }));
        return await WaitForEndAsync(token, watch, cancellationToken);
    }

    /// <summary>What could stand at a place of code that is being written. May be asked while a cell runs, like the two below.</summary>
    /// <exception cref="KernelException">The kernel has gone, or cannot say.</exception>
    public async Task<CodeCompletions> CompleteAsync(string code, int line, int column, CancellationToken cancellationToken)
    {
        var answer = await AskAsync("RequestCompletions", new { code, targetKernelName = "csharp", linePosition = new { line, character = column } }, cancellationToken);
        return answer.OfType<KernelEvent.Completed>().LastOrDefault()?.Completions ?? new CodeCompletions([], null);
    }

    /// <summary>How that can be called in whose brackets the place lies; null where it lies in none.</summary>
    /// <exception cref="KernelException">The kernel has gone, or cannot say.</exception>
    public async Task<CodeSignatures?> SignaturesAsync(string code, int line, int column, CancellationToken cancellationToken)
    {
        var answer = await AskAsync("RequestSignatureHelp", new { code, targetKernelName = "csharp", linePosition = new { line, character = column } }, cancellationToken);
        return answer.OfType<KernelEvent.Signed>().LastOrDefault()?.Signatures;
    }

    /// <summary>What the compiler would say of code if it were submitted now.</summary>
    /// <exception cref="KernelException">The kernel has gone, or cannot say.</exception>
    public async Task<IReadOnlyList<CodeMark>> DiagnoseAsync(string code, CancellationToken cancellationToken)
    {
        var answer = await AskAsync("RequestDiagnostics", new { code, targetKernelName = "csharp" }, cancellationToken);
        return [.. answer.OfType<KernelEvent.Diagnosed>().SelectMany(found => found.Marks)];
    }

    /// <summary>Asks the kernel to give up what it runs, and collects what it still says for at most <paramref name="patience"/>.</summary>
    /// <returns>Whether it has.</returns>
    public async Task<bool> CancelAsync(Action<KernelEvent> watch, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var token = NextToken();
        await SendAsync("Cancel", token, new { targetKernelName = (string?)null });
        try
        {
            return await WaitForEndAsync(token, watch, limit.Token) is null;
        }
        catch (Exception e) when (e is OperationCanceledException or KernelException)
        {
            // It does not answer, or has gone: it is killed next anyway.
            return false;
        }
    }

    /// <summary>Ends when its process does.</summary>
    public Task Exit => _process.Exit;

    /// <inheritdoc cref="KernelProcess.DescribeExitAsync"/>
    public Task<string> DescribeExitAsync() => _process.DescribeExitAsync();

    /// <summary>How much processor time it has used; null where it has gone.</summary>
    public TimeSpan? ProcessorTime => _process.ProcessorTime;

    /// <summary>Ends the kernel at once.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await SendAsync("Quit", NextToken(), new { targetKernelName = (string?)null });
        await _process.DisposeAsync();
    }

    /// <summary>What has come since the last command ended, without waiting for more.</summary>
    public IEnumerable<KernelEvent> TakeStray()
    {
        while (_events.TryRead(out var late))
        {
            yield return AsStray(late);
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_startLimit);
        try
        {
            await foreach (var found in _events.ReadAllAsync(limit.Token))
            {
                if (found is KernelEvent.Ready)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new KernelException(KernelWords.NotReady((int)_startLimit.TotalSeconds));
        }

        throw new KernelException(await _process.DescribeExitAsync());
    }

    private async Task<string?> WaitForEndAsync(string token, Action<KernelEvent> watch, CancellationToken cancellationToken)
    {
        await foreach (var found in _events.ReadAllAsync(cancellationToken))
        {
            // A command's children, such as t1.1, end before it does.
            if (found is KernelEvent.Ended ended && ended.Token == token)
            {
                return ended.Failure;
            }

            watch(IsOf(token, found) ? found : AsStray(found));
        }

        throw new KernelException(await _process.DescribeExitAsync());
    }

    private async Task<IReadOnlyList<KernelEvent>> AskAsync<T>(string type, T command, CancellationToken cancellationToken)
    {
        var token = NextToken();
        var answer = _events.Expect(token);
        await SendAsync(type, token, command);
        var events = await answer.WaitAsync(cancellationToken) ?? throw new KernelException(await _process.DescribeExitAsync());
        return events[^1] is KernelEvent.Ended { Failure: { } failure } ? throw new KernelException(failure) : events;
    }

    private static bool IsOf(string token, KernelEvent found) =>
        found.Token is { } other && other.StartsWith(token, StringComparison.Ordinal) && (other.Length == token.Length || other[token.Length] == '.');

    private static KernelEvent AsStray(KernelEvent found) => found switch
    {
        KernelEvent.Text text => new KernelEvent.Stray(text.Value),
        KernelEvent.Displayed displayed => new KernelEvent.Stray(displayed.Data["text/plain"] ?? $"({displayed.Data.Formats[0].Key})\n"),
        _ => found,
    };

    private Task SendAsync<T>(string type, string token, T command) =>
        _process.SendAsync(JsonSerializer.Serialize(new { token, commandType = type, command }));

    private string NextToken() => string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _tokens)}");
}

/// <summary>A kernel that did not start, or is gone; the message holds what it last said.</summary>
internal sealed class KernelException(string message, Exception? inner = null) : Exception(message, inner);
