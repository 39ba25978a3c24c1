// 提示：要把攒着的清空
async IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    var batch = new List<int>();
    await foreach (var item in source)
    {
        batch.Add(item);
        if (batch.Count % size == 0)
            yield return batch.ToArray();
    }
    if (batch.Count > 0)
        yield return batch.ToArray();
}
