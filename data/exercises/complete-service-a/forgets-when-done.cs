// 提示：做完以后再来
class Once
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<Task<string>>> _running = new();

    public async Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        var mine = _running.GetOrAdd(key, _ => new(work));
        try { return await mine.Value; }
        finally { _running.TryRemove(key, out _); }
    }
}
