async IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, [EnumeratorCancellation] CancellationToken token = default)
{
    if (from < 1)
        yield break;
    for (var i = from; i >= 1; i--)
    {
        using var timer = new PeriodicTimer(gap);
        await timer.WaitForNextTickAsync(token);
        yield return i;
    }
}
