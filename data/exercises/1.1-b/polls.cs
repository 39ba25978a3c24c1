// 提示：空转
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    var (loop, due) = (EventLoop.Current, System.Diagnostics.Stopwatch.StartNew());
    void Look()
    {
        if (from > 0 && due.Elapsed >= gap)
        {
            log.Add(from--);
            due.Restart();
        }
        if (from == 0) done();
        else loop.CallSoon(Look);
    }
    if (from == 0) done();
    else loop.CallSoon(Look);
}
