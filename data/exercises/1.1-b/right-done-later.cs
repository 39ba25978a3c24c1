void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0)
    {
        EventLoop.Current.CallSoon(done);
        return;
    }
    EventLoop.Current.CallLater(gap, () =>
    {
        log.Add(from);
        Countdown(from - 1, gap, log, done);
    });
}
