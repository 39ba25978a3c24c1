// 提示：占住了线程
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0) { done(); return; }
    EventLoop.Current.CallLater(gap, () =>
    {
        for (; from > 0; from--)
        {
            log.Add(from);
            Thread.Sleep(gap);
        }
        done();
    });
}
