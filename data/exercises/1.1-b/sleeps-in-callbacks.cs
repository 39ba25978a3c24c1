// 提示：占住了线程
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0)
    {
        done();
        return;
    }
    EventLoop.Current.CallSoon(() =>
    {
        Thread.Sleep(gap);
        log.Add(from);
        Countdown(from - 1, gap, log, done);
    });
}
