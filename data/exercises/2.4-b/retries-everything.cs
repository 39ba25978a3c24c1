// 提示：404 不是 503
async Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    for (var attempt = 1; ; attempt++)
    {
        using var response = await client.GetAsync(url, stop);
        if (response.IsSuccessStatusCode || attempt == attempts)
        {
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync(stop);
        }
        await Task.Delay(response.Headers.RetryAfter?.Delta ?? backoff * Math.Pow(2, attempt - 1), stop);
    }
}
