async Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    if (resources.Count == 0)
        return;
    var rest = resources.Take(resources.Count - 1).ToList();
    try { await resources[^1].DisposeAsync(); }
    catch
    {
        try { await DisposeAllAsync(rest); }
        catch (Exception) { }
        throw;
    }
    await DisposeAllAsync(rest);
}
