// 提示：循环安静地结束了
async IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, [EnumeratorCancellation] CancellationToken token = default)
{
    for (var i = from; i >= 1; i--)
    {
        try { await Task.Delay(gap, token); }
        catch (OperationCanceledException) { yield break; }
        yield return i;
    }
}
