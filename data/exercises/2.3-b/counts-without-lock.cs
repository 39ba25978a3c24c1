// 提示：八个人抢着进
class Door(int limit)
{
    private int _in;

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (_in >= limit) return Results.StatusCode(503);
        _in++;
        try { return await next(); }
        finally { _in--; }
    }
}
