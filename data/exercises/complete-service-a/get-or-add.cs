// 提示：可能跑几次
class Once
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Task<string>> _done = new();

    public async Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        var mine = _done.GetOrAdd(key, _ => work());
        try { return await mine; }
        catch
        {
            _done.TryRemove(key, out _);
            throw;
        }
    }
}
