async Task<IResult> WithTimeoutAsync(
    Func<CancellationToken, Task<string>> work, TimeSpan limit, CancellationToken aborted)
{
    using var source = CancellationTokenSource.CreateLinkedTokenSource(aborted);
    var working = work(source.Token);
    var late = Task.Delay(limit, source.Token);
    if (await Task.WhenAny(working, late) == working || aborted.IsCancellationRequested)
    {
        await source.CancelAsync();
        return Results.Text(await working);
    }
    await source.CancelAsync();
    return Results.StatusCode(504);
}
