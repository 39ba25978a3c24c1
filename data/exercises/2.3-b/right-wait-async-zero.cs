class Door(int limit)
{
    private readonly SemaphoreSlim _places = new(limit, Math.Max(limit, 1));

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        if (!await _places.WaitAsync(TimeSpan.Zero)) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try { return await next(); }
        finally { _places.Release(); }
    }
}
