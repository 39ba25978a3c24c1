// 提示：抛出了 TimeoutException
class Once
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<Task<string>>> _done = new();

    public Task<string> RunAsync(string key, Func<Task<string>> work) =>
        _done.GetOrAdd(key, _ => new(work)).Value;
}
