// 提示：最后一批丢了
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
}
