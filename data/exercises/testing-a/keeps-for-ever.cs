// 提示：还在给旧的
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    readonly Lazy<Task<T>> value = new(load);
    public Task<T> GetAsync() => life > TimeSpan.Zero && time is not null ? value.Value : load();
}
