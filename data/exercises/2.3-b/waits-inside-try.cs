// 提示：没有拿到位子的，不能让位
class Door(int limit)
{
    private readonly SemaphoreSlim _places = new(limit);

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        try
        {
            if (!_places.Wait(0)) return Results.StatusCode(503);
            return await next();
        }
        finally { _places.Release(); }
    }
}
