async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var ended = System.Threading.Channels.Channel.CreateUnbounded<Task<T>>();
    foreach (var task in tasks)
        _ = task.ContinueWith(one => ended.Writer.TryWrite(one), TaskContinuationOptions.ExecuteSynchronously);
    var errors = new List<Exception>();
    for (var i = 0; i < tasks.Count; i++)
    {
        var one = await ended.Reader.ReadAsync();
        if (one.IsCompletedSuccessfully) return await one;
        errors.Add(one.Exception?.InnerException ?? new OperationCanceledException());
    }
    throw new AggregateException(errors);
}
