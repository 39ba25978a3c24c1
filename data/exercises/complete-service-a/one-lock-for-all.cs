// 提示：不要拿着锁等
class Once
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, string> _done = [];

    public async Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        await _one.WaitAsync();
        try { return _done.TryGetValue(key, out var answer) ? answer : _done[key] = await work(); }
        finally { _one.Release(); }
    }
}
