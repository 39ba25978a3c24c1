class Door(int limit)
{
    private int _in;

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (Interlocked.Increment(ref _in) > limit)
        {
            Interlocked.Decrement(ref _in);
            return Results.StatusCode(503);
        }
        try { return await next(); }
        finally { Interlocked.Decrement(ref _in); }
    }
}
