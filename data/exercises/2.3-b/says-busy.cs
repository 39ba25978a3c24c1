// 提示：满了，应当返回 503
class Door(int limit)
{
    private readonly SemaphoreSlim _places = new(limit);

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (!_places.Wait(0)) return Results.Text("人满了");
        try { return await next(); }
        finally { _places.Release(); }
    }
}
