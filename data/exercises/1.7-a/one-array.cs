// 提示：每一批都是同一个数组
async IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    var (batch, count) = (new int[size], 0);
    await foreach (var item in source)
    {
        batch[count++] = item;
        if (count == size)
        {
            yield return batch;
            count = 0;
        }
    }
    if (count > 0)
        yield return batch[..count];
}
