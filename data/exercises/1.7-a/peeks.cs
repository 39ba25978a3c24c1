// 提示：不要先全部读完
async IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    var batch = new List<int>();
    await foreach (var item in source)
    {
        if (batch.Count == size)
        {
            yield return batch.ToArray();
            batch.Clear();
        }
        batch.Add(item);
    }
    if (batch.Count > 0) yield return batch.ToArray();
}
