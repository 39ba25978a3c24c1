// 提示：还没有人要，就去取了
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    Task<T> loading = load();
    long loaded = time.GetTimestamp();

    public Task<T> GetAsync()
    {
        if (time.GetElapsedTime(loaded) >= life)
            (loading, loaded) = (load(), time.GetTimestamp());
        return loading;
    }
}
