// 提示：没有调用 done
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0)
        return;
    EventLoop.Current.CallLater(gap, () =>
    {
        log.Add(from);
        Countdown(from - 1, gap, log, done);
    });
}
