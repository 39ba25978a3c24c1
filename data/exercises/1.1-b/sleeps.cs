// 提示：它占住了线程
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    for (; from > 0; from--)
    {
        Thread.Sleep(gap);
        log.Add(from);
    }
    done();
}
