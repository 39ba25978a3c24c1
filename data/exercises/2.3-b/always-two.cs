// 提示：limit 是
class Door(int limit)
{
    private static readonly SemaphoreSlim _places = new(2);

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (!_places.Wait(0)) return Results.StatusCode(503);
        try { return await next(); }
        finally { _places.Release(); }
    }
}
