// 提示：不是在循环的线程上
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    var loop = EventLoop.Current;
    if (from == 0) { done(); return; }
    Timer timer = null;
    timer = new Timer(_ =>
    {
        log.Add(from--);
        if (from > 0) return;
        timer.Dispose();
        loop.CallSoon(done);
    }, null, gap, gap);
}
