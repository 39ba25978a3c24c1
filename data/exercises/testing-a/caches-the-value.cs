// 提示：存任务，不存值
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    T value;
    long? loaded;

    public async Task<T> GetAsync()
    {
        if (loaded is { } at && time.GetElapsedTime(at) < life)
            return value;
        value = await load();
        loaded = time.GetTimestamp();
        return value;
    }
}
