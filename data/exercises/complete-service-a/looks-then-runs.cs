// 提示：work 跑了
class Once
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _done = new();

    public async Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        if (_done.TryGetValue(key, out var answer))
            return answer;
        return _done[key] = await work();
    }
}
