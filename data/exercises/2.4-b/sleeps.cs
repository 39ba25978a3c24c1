// 提示：不要用 Thread.Sleep
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
        Thread.Sleep(response.Headers.RetryAfter?.Delta ?? backoff * Math.Pow(2, attempt - 1));
    }
}
