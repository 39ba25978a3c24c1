// 提示：没有等满 gap
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0)
    {
        done();
        return;
    }
    EventLoop.Current.CallLater(gap / 2, () =>
    {
        log.Add(from);
        Countdown(from - 1, gap, log, done);
    });
}
