class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    sealed class Entry
    {
        public readonly TaskCompletionSource<T> Box = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public long Loaded;
    }
    Entry current;

    public Task<T> GetAsync()
    {
        while (true)
        {
            var now = Volatile.Read(ref current);
            if (now is not null && !now.Box.Task.IsCompleted) return now.Box.Task;
            if (now is not null && now.Box.Task.IsCompletedSuccessfully && time.GetElapsedTime(now.Loaded) < life) return now.Box.Task;
            var mine = new Entry();
            if (Interlocked.CompareExchange(ref current, mine, now) != now) continue;
            _ = FillAsync(mine);
            return mine.Box.Task;
        }
    }

    async Task FillAsync(Entry entry)
    {
        try
        {
            var value = await load();
            entry.Loaded = time.GetTimestamp();
            entry.Box.SetResult(value);
        }
        catch (Exception error) { entry.Box.SetException(error); }
    }
}
