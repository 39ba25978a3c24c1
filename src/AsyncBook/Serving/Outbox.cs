namespace AsyncBook.Serving;

/// <summary>What is to be sent to a page, in order. What a cell prints in small pieces while the line is busy goes as one.</summary>
internal sealed class Outbox
{
    private const int LargestPiece = 64 * 1024;
    private readonly Lock _gate = new();
    private readonly Queue<ServerMessage> _messages = new();
    private readonly SemaphoreSlim _more = new(0);
    private ServerMessage.Output? _last;
    private bool _isClosed;

    public void Add(ServerMessage message)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            if (message is ServerMessage.Output { Stream: "stdout" or "stderr" } text)
            {
                if (_last is { } last && last.Id == text.Id && last.Stream == text.Stream && last.Html.Length < LargestPiece)
                {
                    _last = last with { Html = last.Html + text.Html };
                    return;
                }

                Flush();
                _last = text;
            }
            else
            {
                Flush();
                _messages.Enqueue(message);
            }
        }

        _more.Release();
    }

    /// <summary>The next message; null at the end.</summary>
    public async Task<ServerMessage?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await _more.WaitAsync(cancellationToken);
            lock (_gate)
            {
                if (_messages.Count == 0)
                {
                    Flush();
                }

                if (_messages.TryDequeue(out var message))
                {
                    return message;
                }

                if (_isClosed)
                {
                    return null;
                }
            }
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            Flush();
            _isClosed = true;
        }

        _more.Release();
    }

    private void Flush()
    {
        if (_last is { } text)
        {
            _messages.Enqueue(text);
            _last = null;
        }
    }
}
