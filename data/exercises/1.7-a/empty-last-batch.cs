// 提示：空的批不要给
async IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    var batch = new List<int>();
    await foreach (var item in source)
    {
        batch.Add(item);
        if (batch.Count == size)
        {
            yield return batch.ToArray();
            batch.Clear();
        }
    }
    yield return batch.ToArray();
}
