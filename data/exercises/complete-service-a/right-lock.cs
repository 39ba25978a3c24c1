class Once
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource<string>> _done = [];

    public Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        TaskCompletionSource<string> mine;
        lock (_gate)
        {
            if (_done.TryGetValue(key, out var other))
                return other.Task;
            _done[key] = mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        _ = FinishAsync();
        return mine.Task;

        async Task FinishAsync()
        {
            try { mine.SetResult(await work()); }
            catch (Exception error)
            {
                lock (_gate)
                    _done.Remove(key);
                mine.SetException(error);
            }
        }
    }
}
