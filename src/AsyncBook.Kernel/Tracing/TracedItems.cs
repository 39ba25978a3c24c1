using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AsyncBook.Kernel.Tracing;

#pragma warning disable CA1815, CA1034, CA1816, CA1063, CA1711 // As the compiler's patterns for await foreach and await using want them.

/// <summary>An async sequence whose waits are reported.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct TracedItems<T>
{
    private readonly Frame _frame;
    private readonly int _line;
    private readonly string _text;
    private readonly IAsyncEnumerable<T> _items;

    internal TracedItems(Frame frame, int line, string text, IAsyncEnumerable<T> items) =>
        (_frame, _line, _text, _items) = (frame, line, text, items);

    /// <summary>Begins to go through it.</summary>
    public Enumerator GetAsyncEnumerator() => new(_frame, _line, _text, _items.GetAsyncEnumerator());

    /// <summary>Goes through it.</summary>
    [StackTraceHidden]
    public readonly struct Enumerator
    {
        private readonly Frame _frame;
        private readonly int _line;
        private readonly string _text;
        private readonly IAsyncEnumerator<T> _items;

        internal Enumerator(Frame frame, int line, string text, IAsyncEnumerator<T> items) =>
            (_frame, _line, _text, _items) = (frame, line, text, items);

        /// <summary>The value it has come to.</summary>
        public T Current => _items.Current;

        /// <summary>Goes on to the next one.</summary>
        public Traced<ValueTaskAwaiter<bool>, bool> MoveNextAsync() => _frame.Await(_items.MoveNextAsync(), _line, _text);

        /// <summary>Ends it.</summary>
        public Traced<ValueTaskAwaiter> DisposeAsync() => _frame.Await(_items.DisposeAsync(), _line, _text);
    }
}

/// <summary>An async sequence with ConfigureAwait or a token whose waits are reported.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct TracedConfiguredItems<T>
{
    private readonly Frame _frame;
    private readonly int _line;
    private readonly string _text;
    private readonly ConfiguredCancelableAsyncEnumerable<T> _items;

    internal TracedConfiguredItems(Frame frame, int line, string text, ConfiguredCancelableAsyncEnumerable<T> items) =>
        (_frame, _line, _text, _items) = (frame, line, text, items);

    /// <summary>Begins to go through it.</summary>
    public Enumerator GetAsyncEnumerator() => new(_frame, _line, _text, _items.GetAsyncEnumerator());

    /// <summary>Goes through it.</summary>
    [StackTraceHidden]
    public readonly struct Enumerator
    {
        private readonly Frame _frame;
        private readonly int _line;
        private readonly string _text;
        private readonly ConfiguredCancelableAsyncEnumerable<T>.Enumerator _items;

        internal Enumerator(Frame frame, int line, string text, ConfiguredCancelableAsyncEnumerable<T>.Enumerator items) =>
            (_frame, _line, _text, _items) = (frame, line, text, items);

        /// <summary>The value it has come to.</summary>
        public T Current => _items.Current;

        /// <summary>Goes on to the next one.</summary>
        public Traced<ConfiguredValueTaskAwaitable<bool>.ConfiguredValueTaskAwaiter, bool> MoveNextAsync() => _frame.Await(_items.MoveNextAsync(), _line, _text);

        /// <summary>Ends it.</summary>
        public Traced<ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter> DisposeAsync() => _frame.Await(_items.DisposeAsync(), _line, _text);
    }
}

/// <summary>The end of an <c>await using</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct TracedDisposal
{
    private readonly Frame _frame;
    private readonly int _line;
    private readonly string _text;
    private readonly IAsyncDisposable? _resource;

    internal TracedDisposal(Frame frame, int line, string text, IAsyncDisposable? resource) =>
        (_frame, _line, _text, _resource) = (frame, line, text, resource);

    /// <summary>Disposes of it; of nothing, nothing.</summary>
    public Traced<ValueTaskAwaiter> DisposeAsync() => _frame.Await(_resource?.DisposeAsync() ?? default, _line, _text);
}

/// <summary>The end of an <c>await using</c> with ConfigureAwait.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct TracedConfiguredDisposal
{
    private readonly Frame _frame;
    private readonly int _line;
    private readonly string _text;
    private readonly ConfiguredAsyncDisposable _resource;

    internal TracedConfiguredDisposal(Frame frame, int line, string text, ConfiguredAsyncDisposable resource) =>
        (_frame, _line, _text, _resource) = (frame, line, text, resource);

    /// <summary>Disposes of it.</summary>
    public Traced<ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter> DisposeAsync() => _frame.Await(_resource.DisposeAsync(), _line, _text);
}
