class Once
{
    private readonly Dictionary<string, Task<string>> _done = [];

    public Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        Task<Task<string>> first;
        lock (_done)
        {
            if (_done.TryGetValue(key, out var known)) return known;
            first = new Task<Task<string>>(work);
            _done[key] = ForgetAsync(key, first.Unwrap());
            known = _done[key];
            first.Start();
            return known;
        }
    }

    private async Task<string> ForgetAsync(string key, Task<string> running)
    {
        try { return await running; }
        catch
        {
            lock (_done) _done.Remove(key);
            throw;
        }
    }
}
