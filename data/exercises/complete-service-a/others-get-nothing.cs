// 提示：三个人拿到的结果不一样
class Once
{
    private readonly HashSet<string> _seen = [];

    public async Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        lock (_seen) if (!_seen.Add(key)) return null;
        return await work();
    }
}
