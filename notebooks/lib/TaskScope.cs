#nullable enable
using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Tasks that end together: if one fails the others are cancelled, and nobody leaves before all have ended; asyncio's TaskGroup.</summary>
/// <remarks>The body is an argument, not what stands between braces: DisposeAsync would not know whether it failed.</remarks>
public sealed class TaskScope
{
    private readonly CancellationTokenSource _stop;
    private readonly Lock _gate = new();
    private readonly List<Task> _tasks = [];
    private readonly List<Exception> _failures = [];

    private TaskScope(CancellationTokenSource stop) => _stop = stop;

    /// <summary>Cancelled when one of the scope has failed, or from outside: hand it to all that waits.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Runs <paramref name="body"/> and waits for it and for all it has started.</summary>
    /// <param name="body">Starts tasks; counts as one of them.</param>
    /// <param name="token">Cancels the scope from outside.</param>
    /// <exception cref="AggregateException">More than one has failed. One failure comes out as it is, with its stack.</exception>
    /// <exception cref="OperationCanceledException">None has failed, but <paramref name="token"/> was cancelled.</exception>
    public static async Task RunAsync(Func<TaskScope, Task> body, CancellationToken token = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var scope = new TaskScope(stop);
        scope.Start(() => body(scope));
        for (var i = 0; scope.At(i) is { } task; i++)
            await task;

        if (scope._failures is [var one])
            ExceptionDispatchInfo.Throw(one);
        if (scope._failures.Count > 1)
            throw new AggregateException(scope._failures);
        token.ThrowIfCancellationRequested();
    }

    /// <summary>Starts one more, at once; from the body or from a task of the scope.</summary>
    /// <param name="func">What to do; a cancellation that the scope asked for is no failure.</param>
    public void Start(Func<Task> func)
    {
        var task = GuardAsync(func);
        lock (_gate) _tasks.Add(task);
    }

    // Whatever starts a task is itself awaited: when the last has ended, none can come.
    private Task? At(int index)
    {
        lock (_gate) return index < _tasks.Count ? _tasks[index] : null;
    }

    private async Task GuardAsync(Func<Task> func)
    {
        var task = CallAsync(func);
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        var isAskedFor = task.IsCanceled && Token.IsCancellationRequested;
        if (task.IsCompletedSuccessfully || isAskedFor)
            return;
        lock (_gate) _failures.Add(task.Exception?.InnerException ?? new TaskCanceledException(task));
        await _stop.CancelAsync();
    }

    // Turns an exception thrown before the first await into a failed task.
    private static async Task CallAsync(Func<Task> func) => await func();
}
