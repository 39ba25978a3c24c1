// 提示：记下错误，接着关
async Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    for (var i = resources.Count - 1; i >= 0; i--)
        await resources[i].DisposeAsync();
}
