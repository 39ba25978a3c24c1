// 提示：占住了线程
async IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, [EnumeratorCancellation] CancellationToken token = default)
{
    for (var i = from; i >= 1; i--)
    {
        token.WaitHandle.WaitOne(gap);
        token.ThrowIfCancellationRequested();
        yield return i;
    }
    await Task.CompletedTask;
}
