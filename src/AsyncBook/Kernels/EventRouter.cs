using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AsyncBook.Kernels;

/// <summary>
/// The one reader of a kernel's events: the answers to a question go to who asked it, everything else to who runs cells.
/// What nobody fetches yet waits, and then so does the kernel; only while a question is open, more is taken, so that its answer gets through.
/// </summary>
internal sealed class EventRouter
{
    private const int Patience = 1024;
    private readonly ChannelReader<KernelEvent> _source;
    private readonly Channel<KernelEvent> _cells = Channel.CreateUnbounded<KernelEvent>();
    private readonly ConcurrentDictionary<string, Question> _questions = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _room = new(0);
    private volatile bool _isOver;

    public EventRouter(ChannelReader<KernelEvent> source)
    {
        _source = source;
        _ = Task.Run(RouteAsync);
    }

    /// <summary>Every event that answers no question, until the kernel has gone.</summary>
    public async IAsyncEnumerable<KernelEvent> ReadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Its own ReadAllAsync looks at the token only when nothing is there: of a kernel that says more than can be shown there always is.
        while (await _cells.Reader.WaitToReadAsync(cancellationToken))
        {
            while (!cancellationToken.IsCancellationRequested && _cells.Reader.TryRead(out var found))
            {
                _room.Release();
                yield return found;
            }
        }
    }

    /// <summary>The next of them, if it is there already.</summary>
    public bool TryRead(out KernelEvent found)
    {
        var isThere = _cells.Reader.TryRead(out found!);
        if (isThere)
        {
            _room.Release();
        }

        return isThere;
    }

    /// <summary>All events of a command up to its end; null where the kernel goes first.</summary>
    /// <param name="token">Its token, before it is sent.</param>
    public Task<IReadOnlyList<KernelEvent>?> Expect(string token)
    {
        var question = new Question();
        _questions[token] = question;
        _room.Release();
        if (_isOver)
        {
            question.Answer.TrySetResult(null);
        }

        return question.Answer.Task;
    }

    private async Task RouteAsync()
    {
        await foreach (var found in _source.ReadAllAsync())
        {
            if (found.Token is { } token && _questions.TryGetValue(Root(token), out var question))
            {
                Answer(question, found, token);
                continue;
            }

            while (_cells.Reader.Count >= Patience && _questions.IsEmpty)
            {
                await _room.WaitAsync();
            }

            _cells.Writer.TryWrite(found);
        }

        _isOver = true;
        _cells.Writer.TryComplete();
        foreach (var question in _questions.Values)
        {
            question.Answer.TrySetResult(null);
        }
    }

    // Also one that nobody waits for any more is taken to its end: it is no cell's.
    private void Answer(Question question, KernelEvent found, string token)
    {
        question.Events.Add(found);
        if (found is KernelEvent.Ended && token == Root(token) && _questions.TryRemove(token, out _))
        {
            question.Answer.TrySetResult(question.Events);
        }
    }

    // A command's children are t1.1, t1.2 …
    private static string Root(string token) => token.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? token[..dot] : token;

    private sealed class Question
    {
        public List<KernelEvent> Events { get; } = [];

        public TaskCompletionSource<IReadOnlyList<KernelEvent>?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
