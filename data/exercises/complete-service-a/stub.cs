// 练习 complete-service-a：同一张订单只下一次
class Once
{
    public Task<string> RunAsync(string key, Func<Task<string>> work)
    {
        // 在这里写
        throw new NotImplementedException();
    }
}
