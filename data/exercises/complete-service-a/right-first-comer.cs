class Once
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, TaskCompletionSource<string>> _done = new();

    public async Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        var mine = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _done.GetOrAdd(key, mine);
        if (first != mine) return await first.Task;
        try
        {
            var answer = await work();
            mine.SetResult(answer);
            return answer;
        }
        catch (Exception e)
        {
            _done.TryRemove(key, out _);
            mine.SetException(e);
            throw;
        }
    }
}
