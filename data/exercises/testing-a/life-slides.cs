// 提示：从取到的时候算起
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    readonly Lock gate = new();
    Task<T> last;
    long used;

    public Task<T> GetAsync()
    {
        lock (gate)
        {
            var stale = last is null || last.IsFaulted || last.IsCanceled || last.IsCompleted && time.GetElapsedTime(used) >= life;
            if (stale) last = LoadAsync();
            else if (last.IsCompleted) used = time.GetTimestamp();
            return last;
        }
    }

    async Task<T> LoadAsync()
    {
        var value = await load();
        used = time.GetTimestamp();
        return value;
    }
}
