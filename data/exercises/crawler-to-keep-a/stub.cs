// 练习 crawler-to-keep-a：关了门，谁也不出发
class Gate(TimeSpan delay)
{
    private readonly TimeSpan _delay = delay;
    // 在这里写

    public Task WaitAsync(CancellationToken stop) => throw new NotImplementedException();

    public void Close(TimeSpan time) => throw new NotImplementedException();
}
