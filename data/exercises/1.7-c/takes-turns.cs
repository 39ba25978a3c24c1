// 提示：也不是轮流读
async IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    await using var a = left.GetAsyncEnumerator();
    await using var b = right.GetAsyncEnumerator();
    var (more, others) = (true, true);
    while (more || others)
    {
        if (more && (more = await a.MoveNextAsync()))
            yield return a.Current;
        if (others && (others = await b.MoveNextAsync()))
            yield return b.Current;
    }
}
