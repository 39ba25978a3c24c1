// 提示：两个人同时来，都进去了
class Door(int limit)
{
    private readonly Lock _gate = new();
    private int _in;

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (_in >= limit) return Results.StatusCode(503);
        lock (_gate) _in++;
        try { return await next(); }
        finally { lock (_gate) _in--; }
    }
}
