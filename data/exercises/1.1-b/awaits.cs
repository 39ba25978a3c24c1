// 提示：不是在循环的线程上
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    Go();
    async Task Go()
    {
        for (; from > 0; from--)
        {
            await Task.Delay(gap);
            log.Add(from);
        }
        done();
    }
}
