using System.Runtime.CompilerServices;

namespace AsyncBook.Kernel.Tracing;

/// <content>Awaited expressions, by their kind: what the compiler awaits instead gives the same result in the same way.</content>
public sealed partial class Frame
{
    /// <summary>A task.</summary>
    public Traced<TaskAwaiter> Await(Task task, int line, string text) =>
        new(this, line, text, task, task.GetAwaiter(), static awaiter => awaiter.IsCompleted, static awaiter => awaiter.GetResult());

    /// <summary>A task with a result.</summary>
    public Traced<TaskAwaiter<T>, T> Await<T>(Task<T> task, int line, string text) =>
        new(this, line, text, task, task.GetAwaiter(), static awaiter => awaiter.IsCompleted, static awaiter => awaiter.GetResult());

    /// <summary>A value task.</summary>
    public Traced<ValueTaskAwaiter> Await(ValueTask task, int line, string text) =>
        new(this, line, text, Awaited.In(task), task.GetAwaiter(), static awaiter => awaiter.IsCompleted, static awaiter => awaiter.GetResult());

    /// <summary>A value task with a result.</summary>
    public Traced<ValueTaskAwaiter<T>, T> Await<T>(ValueTask<T> task, int line, string text) =>
        new(this, line, text, Awaited.In(task), task.GetAwaiter(), static awaiter => awaiter.IsCompleted, static awaiter => awaiter.GetResult());

    /// <summary>A task with ConfigureAwait.</summary>
    public Traced<ConfiguredTaskAwaitable.ConfiguredTaskAwaiter> Await(ConfiguredTaskAwaitable task, int line, string text) =>
        new(this, line, text, null, task.GetAwaiter(), static awaiter => awaiter.IsCompleted, static awaiter => awaiter.GetResult());

    /// <summary>A task with a result and ConfigureAwait.</summary>
    public Traced<ConfiguredTaskAwaitable<T>.ConfiguredTaskAwaiter, T> Await<T>(ConfiguredTaskAwaitable<T> task, int line, string text) =>
        new(this, line, text, null, task.GetAwaiter(), static awaiter => awaiter.IsCompleted, static awaiter => awaiter.GetResult());

    /// <summary>A value task with ConfigureAwait.</summary>
    public Traced<ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter> Await(ConfiguredValueTaskAwaitable task, int line, string text) =>
        new(this, line, text, null, task.GetAwaiter(), static awaiter => awaiter.IsCompleted, static awaiter => awaiter.GetResult());

    /// <summary>A value task with a result and ConfigureAwait.</summary>
    public Traced<ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter, T> Await<T>(ConfiguredValueTaskAwaitable<T> task, int line, string text) =>
        new(this, line, text, null, task.GetAwaiter(), static awaiter => awaiter.IsCompleted, static awaiter => awaiter.GetResult());

    /// <summary>Task.Yield().</summary>
    public Traced<YieldAwaitable.YieldAwaiter> Await(YieldAwaitable once, int line, string text) =>
        new(this, line, text, null, once.GetAwaiter(), static awaiter => awaiter.IsCompleted, static awaiter => awaiter.GetResult(), isYield: true);

    /// <summary>What <c>await foreach</c> goes through.</summary>
    public TracedItems<T> Each<T>(IAsyncEnumerable<T> items, int line, string text) => new(this, line, text, items);

    /// <summary>What <c>await foreach</c> goes through, with ConfigureAwait or a token.</summary>
    public TracedConfiguredItems<T> Each<T>(ConfiguredCancelableAsyncEnumerable<T> items, int line, string text) => new(this, line, text, items);

    /// <summary>What <c>await using</c> disposes of.</summary>
    public TracedDisposal Disposing(IAsyncDisposable? resource, int line, string text) => new(this, line, text, resource);

    /// <summary>What <c>await using</c> disposes of, with ConfigureAwait.</summary>
    public TracedConfiguredDisposal Disposing(ConfiguredAsyncDisposable resource, int line, string text) => new(this, line, text, resource);
}

/// <summary>The task inside of a value task, where there is one.</summary>
internal static class Awaited
{
    public static object? In(ValueTask task) => Object(ref task);

    public static object? In<T>(ValueTask<T> task) => Inside<T>.Object(ref task);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
    private static extern ref object? Object(ref ValueTask task);

    private static class Inside<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_obj")]
        public static extern ref object? Object(ref ValueTask<T> task);
    }
}
