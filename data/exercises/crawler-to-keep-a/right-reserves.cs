class Gate(TimeSpan delay)
{
    private readonly Lock _lock = new();
    private long _next = long.MinValue, _opens = long.MinValue;

    public async Task WaitAsync(CancellationToken stop)
    {
        for (; ; )
        {
            TimeSpan wait;
            lock (_lock)
            {
                var now = Stopwatch.GetTimestamp();
                var ready = Math.Max(_next, _opens);
                if (now >= ready)
                {
                    _next = now + (long)(delay.TotalSeconds * Stopwatch.Frequency);
                    return;
                }
                wait = TimeSpan.FromSeconds((ready - now) / (double)Stopwatch.Frequency);
            }
            await Task.Delay(wait + TimeSpan.FromMilliseconds(1), stop);
        }
    }

    public void Close(TimeSpan time)
    {
        lock (_lock) _opens = Math.Max(_opens, Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));
    }
}
