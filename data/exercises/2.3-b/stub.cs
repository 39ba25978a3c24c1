// 练习 2.3-b：人满了
class Door(int limit)
{
    private readonly SemaphoreSlim _places = new(limit);    // 位子

    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        // 在这里写
        throw new NotImplementedException();
    }
}
