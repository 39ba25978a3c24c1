async Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    var errors = new List<Exception>();
    for (var i = resources.Count - 1; i >= 0; i--)
    {
        try { await resources[i].DisposeAsync(); }
        catch (Exception error) { errors.Add(error); }
    }
    if (errors.Count > 0)
        throw new AggregateException(errors);
}
