// 提示：数完再调用 done
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0) { done(); return; }
    EventLoop.Current.CallLater(gap, () =>
    {
        if (from == 1)
            done();
        log.Add(from);
        if (from > 1)
            Countdown(from - 1, gap, log, done);
    });
}
