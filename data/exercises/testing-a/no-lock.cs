// 提示：看和换要在同一把锁里
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    readonly object gate = new();
    Task<T> loading;
    long loaded;

    public Task<T> GetAsync()
    {
        var stale = loading is null || loading.IsFaulted || loading.IsCanceled
            || loading.IsCompleted && time.GetElapsedTime(loaded) >= life;
        return stale ? loading = LoadAsync() : loading;
    }

    async Task<T> LoadAsync()
    {
        var value = await load();
        loaded = time.GetTimestamp();
        return value;
    }
}
