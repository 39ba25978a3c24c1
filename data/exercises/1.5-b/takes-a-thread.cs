// 提示：占着线程池的线程
class Latch(int count)
{
    readonly CountdownEvent open = new(count);

    public void Signal()
    {
        try { open.Signal(); }
        catch (InvalidOperationException) { }
    }

    public Task WaitAsync() => Task.Run(() => open.Wait());
}
