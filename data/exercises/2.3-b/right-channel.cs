class Door
{
    private readonly System.Threading.Channels.Channel<int> _places = System.Threading.Channels.Channel.CreateUnbounded<int>();

    public Door(int limit)
    {
        for (var i = 0; i < limit; i++) _places.Writer.TryWrite(i);
    }

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (!_places.Reader.TryRead(out var place)) return Results.StatusCode(503);
        try { return await next(); }
        finally { _places.Writer.TryWrite(place); }
    }
}
