// 提示：之前
async IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, [EnumeratorCancellation] CancellationToken token = default)
{
    for (var i = from; i >= 1; i--)
    {
        yield return i;
        await Task.Delay(gap, token);
    }
}
