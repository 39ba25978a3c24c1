// 练习 2.3-b：人满了
class Door(int limit)
{
    public async Task<IResult> EnterAsync(Func<Task<IResult>> next)
    {
        // 在这里写
        throw new NotImplementedException();
    }
}
