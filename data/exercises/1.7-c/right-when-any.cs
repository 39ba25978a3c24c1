async IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    await using var a = left.GetAsyncEnumerator();
    await using var b = right.GetAsyncEnumerator();
    var steps = new Dictionary<Task<bool>, IAsyncEnumerator<string>>
    {
        [a.MoveNextAsync().AsTask()] = a,
        [b.MoveNextAsync().AsTask()] = b,
    };
    try
    {
        while (steps.Count > 0)
        {
            var step = await Task.WhenAny(steps.Keys);
            steps.Remove(step, out var source);
            if (!await step)
                continue;
            yield return source.Current;
            steps[source.MoveNextAsync().AsTask()] = source;
        }
    }
    finally
    {
        // 还在读的那一步没有完，不能 DisposeAsync：会抛 NotSupportedException，盖住原来的异常。
        await Task.WhenAll(steps.Keys).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
