void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    var loop = EventLoop.Current;
    var left = from;
    void Tick()
    {
        log.Add(left--);
        Next();
    }
    void Next()
    {
        if (left > 0) loop.CallLater(gap, Tick);
        else done();
    }
    Next();
}
