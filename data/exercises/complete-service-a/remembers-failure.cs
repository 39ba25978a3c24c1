// 提示：出了错的不要记住
class Once
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<Task<string>>> _done = new();

    public Task<string> RunAsync(string key, Func<Task<string>> work) =>
        _done.GetOrAdd(key, _ => new(work)).Value;
}
