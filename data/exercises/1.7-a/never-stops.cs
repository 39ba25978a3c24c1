// 提示：还在给空的批
async IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    await using var items = source.GetAsyncEnumerator();
    while (true)
    {
        var batch = new List<int>();
        while (batch.Count < size && await items.MoveNextAsync())
            batch.Add(items.Current);
        yield return batch.ToArray();
    }
}
