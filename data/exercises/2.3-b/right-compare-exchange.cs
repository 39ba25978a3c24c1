class Door(int limit)
{
    private int _left = limit;

    public Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        while (true)
        {
            var left = Volatile.Read(ref _left);
            if (left == 0) return Task.FromResult(Results.StatusCode(503));
            if (Interlocked.CompareExchange(ref _left, left - 1, left) == left) return GoAsync(next);
        }
    }

    private async Task<IResult> GoAsync(Func<Task<IResult>> next)
    {
        try { return await next(); }
        finally { Interlocked.Increment(ref _left); }
    }
}
