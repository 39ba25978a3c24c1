// 提示：次数用完了，还在等下一次
async Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    for (var attempt = 0; attempt < attempts; attempt++)
    {
        using var response = await client.GetAsync(url, stop);
        if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
        {
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync(stop);
        }
        await Task.Delay(response.Headers.RetryAfter?.Delta ?? backoff * Math.Pow(2, attempt), stop);
    }
    throw new HttpRequestException("试够了");
}
