// 提示：八个线程抢
class Door(int limit)
{
    private readonly SemaphoreSlim _places = new(limit);

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (_places.CurrentCount == 0) return Results.StatusCode(503);
        await _places.WaitAsync();
        try { return await next(); }
        finally { _places.Release(); }
    }
}
