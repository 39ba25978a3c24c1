// 提示：source 却没有收尾
async IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    var items = source.GetAsyncEnumerator();
    var batch = new List<int>();
    while (await items.MoveNextAsync())
    {
        batch.Add(items.Current);
        if (batch.Count == size)
        {
            yield return batch.ToArray();
            batch.Clear();
        }
    }
    if (batch.Count > 0)
        yield return batch.ToArray();
}
