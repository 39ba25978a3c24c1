// 提示：第 1 次失败以后
async Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    for (var attempt = 1; ; attempt++)
    {
        using var response = await client.GetAsync(url, stop);
        if (response.StatusCode != HttpStatusCode.ServiceUnavailable || attempt == attempts)
        {
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync(stop);
        }
        await Task.Yield();
    }
}
