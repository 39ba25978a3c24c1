// 提示：失败的任务不能留在缓存里
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    readonly object gate = new();
    Task<T> loading;
    long loaded;

    public Task<T> GetAsync()
    {
        lock (gate)
        {
            var stale = loading is null || loading.IsCompleted && time.GetElapsedTime(loaded) >= life;
            return stale ? loading = LoadAsync() : loading;
        }
    }

    async Task<T> LoadAsync()
    {
        var value = await load();
        loaded = time.GetTimestamp();
        return value;
    }
}
