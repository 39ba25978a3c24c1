// 提示：从 2 数应当是 2 1
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    var left = 3;
    if (from == 0) { done(); return; }
    void Next() => EventLoop.Current.CallLater(gap, () =>
    {
        log.Add(left--);
        if (left > 0) Next();
        else done();
    });
    Next();
}
