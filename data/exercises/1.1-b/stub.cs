// 练习 1.1-b：让回调自己再排一次队
void Countdown(int from, TimeSpan gap, List<int> log, Action done)
{
    // 在这里写
    throw new NotImplementedException();
}
