// 提示：抛出来的却是乙的错
async Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    async Task FromAsync(int i)
    {
        if (i < 0) return;
        try { await resources[i].DisposeAsync(); }
        finally { await FromAsync(i - 1); }
    }
    await FromAsync(resources.Count - 1);
}
