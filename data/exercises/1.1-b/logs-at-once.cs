// 提示：第一个数也要先等一个 gap
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0)
    {
        done();
        return;
    }
    log.Add(from);
    EventLoop.Current.CallLater(gap, () => Countdown(from - 1, gap, log, done));
}
