// 提示：还没开门就有人走了
class Gate(TimeSpan delay)
{
    private readonly Lock _lock = new();
    private TimeSpan _next, _opens;

    public async Task WaitAsync(CancellationToken stop)
    {
        while (true)
        {
            TimeSpan mine;
            lock (_lock)
            {
                mine = new[] { Now, _next, _opens }.Max();
                _next = mine + delay;
            }
            if (mine - Now is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, stop);
            lock (_lock)
                if (mine >= _opens)
                    return;
        }
    }

    public void Close(TimeSpan time)
    {
        lock (_lock)
            _ = time;
    }

    private static TimeSpan Now => Stopwatch.GetElapsedTime(0);
}
