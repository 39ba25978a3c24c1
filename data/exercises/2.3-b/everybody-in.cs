// 提示：不排队也不放进去
class Door(int limit)
{
    private readonly SemaphoreSlim _places = new(limit);

    public Task<IResult> EnterAsync(Func<Task<IResult>> next) => next();
}
