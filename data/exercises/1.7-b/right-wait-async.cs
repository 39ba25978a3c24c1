async IAsyncEnumerable<int> CountdownAsync(
    int from, TimeSpan gap, [EnumeratorCancellation] CancellationToken token = default)
{
    while (from > 0)
    {
        await Task.Delay(gap).WaitAsync(token);
        yield return from--;
    }
}
