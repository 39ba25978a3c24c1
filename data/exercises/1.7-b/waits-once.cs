// 提示：每数一个之前都要等
async IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, [EnumeratorCancellation] CancellationToken token = default)
{
    await Task.Delay(gap, token);
    for (var i = from; i >= 1; i--)
        yield return i;
}
