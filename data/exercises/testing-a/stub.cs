// 练习 testing-a：会过期的缓存
class Fresh<T>(Func<Task<T>> load, TimeSpan life, TimeProvider time)
{
    // 在这里写
    public Task<T> GetAsync() => throw new NotImplementedException($"{load} {life} {time}");
}
