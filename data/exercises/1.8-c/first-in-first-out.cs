// 提示：后加的先关
async Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    foreach (var resource in resources)
        await resource.DisposeAsync();
}
