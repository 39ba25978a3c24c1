// 提示：两个倒数应当交替前进
void Countdown(int from, TimeSpan gap, List<int> log, Action done) =>
    EventLoop.Current.CallLater(gap, () =>
    {
        for (var i = from; i >= 1; i--)
            log.Add(i);
        done();
    });
