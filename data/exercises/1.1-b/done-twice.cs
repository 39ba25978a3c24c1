// 提示：只调用一次
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0)
    {
        done();
        return;
    }
    EventLoop.Current.CallLater(gap, () =>
    {
        log.Add(from);
        if (from == 1)
            done();
        Countdown(from - 1, gap, log, done);
    });
}
