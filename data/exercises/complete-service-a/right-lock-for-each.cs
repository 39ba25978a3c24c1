class Once
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Entry> _entries = new();

    public Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        var entry = _entries.GetOrAdd(key, _ => new Entry());
        lock (entry)
        {
            if (entry.Running is null or { IsFaulted: true } or { IsCanceled: true })
                entry.Running = Task.Run(work);
            return entry.Running;
        }
    }

    private sealed class Entry { public Task<string> Running; }
}
