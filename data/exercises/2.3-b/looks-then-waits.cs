// 提示：两个人同时来，一个进去了，另一个在排队
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
