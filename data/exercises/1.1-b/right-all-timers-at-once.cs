void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    var loop = EventLoop.Current;
    for (var i = 0; i < from; i++)
    {
        var number = from - i;
        loop.CallLater(gap * (i + 1), () => log.Add(number));
    }
    loop.CallLater(gap * from, done);
}
