IAsyncEnumerable<int> CountdownAsync(int from, TimeSpan gap, CancellationToken token = default) =>
    Enumerable.Range(0, from).ToAsyncEnumerable().Select(async (int i, CancellationToken cancel) =>
    {
        await Task.Delay(gap, cancel);
        return from - i;
    });
