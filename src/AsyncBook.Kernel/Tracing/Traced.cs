using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AsyncBook.Kernel.Tracing;

#pragma warning disable CA1815 // What the compiler awaits is compared with nothing.

/// <summary>An awaiter that says when it suspends its method and when it resumes it; all else is the other awaiter's.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct Traced<TAwaiter> : ICriticalNotifyCompletion
    where TAwaiter : ICriticalNotifyCompletion
{
    private readonly Waiting _waiting;
    private readonly TAwaiter _awaiter;
    private readonly Func<TAwaiter, bool> _isCompleted;
    private readonly Action<TAwaiter> _result;

    internal Traced(
        Frame frame, int line, string text, object? awaited, TAwaiter awaiter, Func<TAwaiter, bool> isCompleted, Action<TAwaiter> result, bool isYield = false) =>
        (_waiting, _awaiter, _isCompleted, _result) = (new Waiting(frame, line, text, awaited, isYield), awaiter, isCompleted, result);

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _isCompleted(_awaiter);

    /// <summary>It is its own awaiter.</summary>
    public Traced<TAwaiter> GetAwaiter() => this;

    /// <inheritdoc/>
    public void OnCompleted(Action continuation)
    {
        var caller = _waiting.Begin(continuation);
        _awaiter.OnCompleted(continuation);
        Frame.Resume(caller);
    }

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation)
    {
        var caller = _waiting.Begin(continuation);
        _awaiter.UnsafeOnCompleted(continuation);
        Frame.Resume(caller);
    }

    /// <summary>Ends the wait.</summary>
    public void GetResult()
    {
        _waiting.End();
        _result(_awaiter);
    }
}

/// <summary>The same for what has a result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct Traced<TAwaiter, TResult> : ICriticalNotifyCompletion
    where TAwaiter : ICriticalNotifyCompletion
{
    private readonly Waiting _waiting;
    private readonly TAwaiter _awaiter;
    private readonly Func<TAwaiter, bool> _isCompleted;
    private readonly Func<TAwaiter, TResult> _result;

    internal Traced(
        Frame frame, int line, string text, object? awaited, TAwaiter awaiter, Func<TAwaiter, bool> isCompleted, Func<TAwaiter, TResult> result) =>
        (_waiting, _awaiter, _isCompleted, _result) = (new Waiting(frame, line, text, awaited, false), awaiter, isCompleted, result);

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _isCompleted(_awaiter);

    /// <summary>It is its own awaiter.</summary>
    public Traced<TAwaiter, TResult> GetAwaiter() => this;

    /// <inheritdoc/>
    public void OnCompleted(Action continuation)
    {
        var caller = _waiting.Begin(continuation);
        _awaiter.OnCompleted(continuation);
        Frame.Resume(caller);
    }

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation)
    {
        var caller = _waiting.Begin(continuation);
        _awaiter.UnsafeOnCompleted(continuation);
        Frame.Resume(caller);
    }

    /// <summary>Ends the wait.</summary>
    public TResult GetResult()
    {
        _waiting.End();
        return _result(_awaiter);
    }
}

/// <summary>Who waits where, and for what.</summary>
internal readonly record struct Waiting(Frame Frame, int Line, string Text, object? Awaited, bool IsYield)
{
    public Frame? Begin(Action rest) => Frame.Suspend(Line, Text, Awaited, rest, IsYield);

    public void End()
    {
        if (Frame.IsSuspended)
        {
            Frame.Continue(Line);
        }
        else
        {
            Frame.Pass(Line);
        }
    }
}
