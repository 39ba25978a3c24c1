// 提示：想想 [EnumeratorCancellation]
#pragma warning disable CS8425
async IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, CancellationToken token = default)
{
    for (var i = from; i >= 1; i--)
    {
        await Task.Delay(gap, token);
        yield return i;
    }
}
