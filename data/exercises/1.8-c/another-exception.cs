// 提示：要抛出第一个错误本身
async Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    string first = null;
    foreach (var resource in resources.Reverse())
    {
        try { await resource.DisposeAsync(); }
        catch (Exception error) { first ??= error.Message; }
    }
    if (first != null)
        throw new Exception(first);
}
