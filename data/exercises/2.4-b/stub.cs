// 练习 2.4-b：再试一次
Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    // 在这里写
    throw new NotImplementedException();
}
