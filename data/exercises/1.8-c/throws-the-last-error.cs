// 提示：先出错的是丙
async Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    Exception last = null;
    foreach (var resource in resources.Reverse())
    {
        try { await resource.DisposeAsync(); }
        catch (Exception error) { last = error; }
    }
    if (last != null)
        throw last;
}
