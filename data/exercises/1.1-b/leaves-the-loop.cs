// 提示：不是在循环的线程上
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    if (from == 0)
    {
        done();
        return;
    }
    Task.Delay(gap).ContinueWith(_ =>
    {
        log.Add(from);
        Countdown(from - 1, gap, log, done);
    });
}
