class Gate(TimeSpan delay)
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private TimeSpan _opens;

    public async Task WaitAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop);
        try
        {
            while (Left() is { } left)
                await Task.Delay(left, stop);
            Close(delay);
        }
        finally { _turn.Release(); }
    }

    public void Close(TimeSpan time)
    {
        var until = Stopwatch.GetElapsedTime(0) + time;
        lock (_lock)
            _opens = until > _opens ? until : _opens;
    }

    private TimeSpan? Left()
    {
        lock (_lock)
            return _opens - Stopwatch.GetElapsedTime(0) is var left && left > TimeSpan.Zero ? left : null;
    }
}
