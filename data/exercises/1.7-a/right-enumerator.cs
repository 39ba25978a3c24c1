async IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    await using var items = source.GetAsyncEnumerator();
    while (await items.MoveNextAsync())
    {
        var (batch, count) = (new int[size], 0);
        do batch[count++] = items.Current;
        while (count < size && await items.MoveNextAsync());
        yield return batch[..count];
    }
}
