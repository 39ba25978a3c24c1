class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    sealed class Entry
    {
        public Lazy<Task<T>> Value;
        public DateTimeOffset Until = DateTimeOffset.MaxValue;
        public bool Failed => Value.IsValueCreated && (Value.Value.IsFaulted || Value.Value.IsCanceled);
    }

    Entry current;

    public Task<T> GetAsync()
    {
        var seen = Volatile.Read(ref current);
        if (seen is null || seen.Failed || time.GetUtcNow() >= seen.Until)
        {
            var next = NewEntry();
            var found = Interlocked.CompareExchange(ref current, next, seen);
            seen = found == seen ? next : found;
        }
        return seen.Value.Value;
    }

    Entry NewEntry()
    {
        var entry = new Entry();
        entry.Value = new(async () =>
        {
            var value = await load();
            entry.Until = time.GetUtcNow() + life;
            return value;
        });
        return entry;
    }
}
