// 提示：人一下子都走了
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
                mine = Now > _next ? Now : _next;
                _next = mine + delay;
            }
            if (mine - Now is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, stop);
            TimeSpan closed;
            lock (_lock)
                closed = _opens - Now;
            if (closed > TimeSpan.Zero)
                await Task.Delay(closed, stop);
            return;
        }
    }

    public void Close(TimeSpan time)
    {
        lock (_lock)
            if (Now + time > _opens)
                _opens = Now + time;
    }

    private static TimeSpan Now => Stopwatch.GetElapsedTime(0);
}
