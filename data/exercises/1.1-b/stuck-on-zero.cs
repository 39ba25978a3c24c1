// 提示：from 是 0 也要
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    void Step(int left) => EventLoop.Current.CallLater(gap, () =>
    {
        log.Add(left);
        if (left == 1) done();
        else Step(left - 1);
    });
    if (from > 0) Step(from);
}
