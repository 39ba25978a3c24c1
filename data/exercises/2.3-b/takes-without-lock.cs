// 提示：八个人抢着进
class Door(int limit)
{
    private int _left = limit;

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (_left == 0) return Results.StatusCode(503);
        _left--;
        try { return await next(); }
        finally { Interlocked.Increment(ref _left); }
    }
}
