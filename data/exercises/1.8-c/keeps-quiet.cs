// 提示：把错误抛出来
async Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    foreach (var resource in resources.Reverse())
    {
        try { await resource.DisposeAsync(); }
        catch (Exception) { }
    }
}
