class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    readonly object gate = new();
    Task<T> loading;
    ITimer timer;

    public Task<T> GetAsync()
    {
        lock (gate) return loading ??= LoadAsync();
    }

    async Task<T> LoadAsync()
    {
        await Task.Yield();                              // 让 loading 先有值，下面才好清掉它
        try
        {
            var value = await load();
            timer?.Dispose();
            timer = time.CreateTimer(_ => Forget(), null, life, Timeout.InfiniteTimeSpan);
            return value;
        }
        catch
        {
            Forget();
            throw;
        }
    }

    void Forget()
    {
        lock (gate) loading = null;
    }
}
