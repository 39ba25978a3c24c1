// 提示：翻一番
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
        await Task.Delay(response.Headers.RetryAfter?.Delta ?? backoff * attempt, stop);
    }
}
