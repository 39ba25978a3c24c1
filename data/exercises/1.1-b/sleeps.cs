// 提示：还没有返回就开始数了
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    for (; from > 0; from--)
    {
        Thread.Sleep(gap);
        log.Add(from);
    }
    done();
}
