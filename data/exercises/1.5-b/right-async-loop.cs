class Latch
{
    private readonly TaskCompletionSource open = new();
    private int left;

    public Latch(int count)
    {
        left = count;
        if (count == 0)
            open.SetResult();
    }

    public void Signal()
    {
        int now;
        do
        {
            now = Volatile.Read(ref left);
            if (now == 0)
                return;
        }
        while (Interlocked.CompareExchange(ref left, now - 1, now) != now);
        if (now == 1)
            _ = Task.Run(() => open.SetResult());
    }

    public Task WaitAsync() => open.Task;
}
