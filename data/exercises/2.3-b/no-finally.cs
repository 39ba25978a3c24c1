// 提示：让位要写在 finally 里
class Door(int limit)
{
    private readonly SemaphoreSlim _places = new(limit);

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (!_places.Wait(0)) return Results.StatusCode(503);
        var result = await next();
        _places.Release();
        return result;
    }
}
