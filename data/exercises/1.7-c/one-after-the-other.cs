// 提示：两条流要同时读
async IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    await foreach (var item in left)
        yield return item;
    await foreach (var item in right)
        yield return item;
}
