// 提示：应当只取一次
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    readonly Lock gate = new();
    Task<T> last;
    long loaded;

    public Task<T> GetAsync()
    {
        lock (gate)
        {
            if (last is { IsCompletedSuccessfully: true } && time.GetElapsedTime(loaded) < life) return last;
            return last = LoadAsync();
        }
    }

    async Task<T> LoadAsync()
    {
        var value = await load();
        loaded = time.GetTimestamp();
        return value;
    }
}
