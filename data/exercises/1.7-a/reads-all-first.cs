// 提示：不要先全部读完
async IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size)
{
    var all = new List<int>();
    await foreach (var item in source)
        all.Add(item);
    foreach (var batch in all.Chunk(size))
        yield return batch;
}
