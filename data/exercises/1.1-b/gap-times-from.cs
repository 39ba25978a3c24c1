// 提示：每隔一个 gap 就数一个
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0)
    {
        done();
        return;
    }
    EventLoop.Current.CallLater(gap * from, () =>
    {
        log.Add(from);
        Countdown(from - 1, gap, log, done);
    });
}
