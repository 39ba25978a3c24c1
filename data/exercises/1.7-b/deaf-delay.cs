// 提示：看看 Task.Delay 有没有接到令牌
async IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, [EnumeratorCancellation] CancellationToken token = default)
{
    for (var i = from; i >= 1; i--)
    {
        token.ThrowIfCancellationRequested();
        await Task.Delay(gap);
        yield return i;
    }
}
