// 提示：等的人没有得到异常
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    readonly SemaphoreSlim gate = new(1);
    T value;
    long? loaded;

    public async Task<T> GetAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (loaded is not { } at || time.GetElapsedTime(at) >= life)
            {
                value = await load();
                loaded = time.GetTimestamp();
            }
            return value;
        }
        finally { gate.Release(); }
    }
}
