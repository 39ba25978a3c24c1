// 提示：从 3 数应当是 3 2 1
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    var next = 1;
    if (from == 0) { done(); return; }
    void Step() => EventLoop.Current.CallLater(gap, () =>
    {
        log.Add(next);
        if (next++ == from) done();
        else Step();
    });
    Step();
}
