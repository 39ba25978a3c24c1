class Door(int limit)
{
    private readonly Lock _gate = new();
    private int _in;

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        lock (_gate)
        {
            if (_in == limit) return TypedResults.StatusCode(503);
            _in++;
        }
        try { return await next(); }
        finally { lock (_gate) _in--; }
    }
}
