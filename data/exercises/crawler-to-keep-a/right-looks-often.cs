class Gate(TimeSpan delay)
{
    private readonly object _lock = new();
    private long _free;

    public async Task WaitAsync(CancellationToken stop)
    {
        while (!TryLeave())
            await Task.Delay(10, stop);
    }

    public void Close(TimeSpan time)
    {
        lock (_lock)
            _free = Math.Max(_free, Environment.TickCount64 + (long)time.TotalMilliseconds + 16);
    }

    private bool TryLeave()
    {
        lock (_lock)
        {
            var now = Environment.TickCount64;
            if (now < _free)
                return false;
            _free = now + (long)delay.TotalMilliseconds + 16;
            return true;
        }
    }
}
