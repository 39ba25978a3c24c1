// 练习 1.5-b：异步的门闩
class Latch(int count)
{
    // 在这里写
    public void Signal() => throw new NotImplementedException(count.ToString());
    public Task WaitAsync() => throw new NotImplementedException();
}
