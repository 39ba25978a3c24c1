async IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    var (batch, filled) = (new int[size], 0);
    await foreach (var item in source.ConfigureAwait(false))
    {
        batch[filled++] = item;
        if (filled < size) continue;
        yield return batch;
        (batch, filled) = (new int[size], 0);
    }
    if (filled > 0) yield return batch[..filled];
}
