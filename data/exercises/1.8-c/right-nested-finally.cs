async Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources)
{
    async Task FromAsync(int i)
    {
        if (i < 0) return;
        Exception mine = null;
        try { await resources[i].DisposeAsync(); }
        catch (Exception error) { mine = error; }
        try { await FromAsync(i - 1); }
        catch when (mine is not null) { }
        if (mine is not null) throw mine;
    }
    await FromAsync(resources.Count - 1);
}
