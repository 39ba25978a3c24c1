// 提示：不是从开始取的时候
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    readonly object gate = new();
    Task<T> loading;
    long loaded;

    public Task<T> GetAsync()
    {
        lock (gate)
        {
            var stale = loading is null || loading.IsFaulted || loading.IsCanceled
                || loading.IsCompleted && time.GetElapsedTime(loaded) >= life;
            return stale ? loading = LoadAsync() : loading;
        }
    }

    async Task<T> LoadAsync()
    {
        loaded = time.GetTimestamp();
        return await load();
    }
}
