// 提示：应该数 3 2 1
async IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, [EnumeratorCancellation] CancellationToken token = default)
{
    for (var i = from; i >= 0; i--)
    {
        await Task.Delay(gap, token);
        yield return i;
    }
}
