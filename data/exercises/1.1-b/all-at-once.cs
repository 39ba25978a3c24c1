// 提示：数得太多了
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0) { done(); return; }
    EventLoop.Current.CallLater(gap, () =>
    {
        for (var i = from; i >= 1; i--)
            log.Add(i);
        done();
    });
}
