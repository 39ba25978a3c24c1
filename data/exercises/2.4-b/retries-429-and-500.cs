// 提示：不是 503，应当抛出
async Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    for (var attempt = 1; ; attempt++)
    {
        using var response = await client.GetAsync(url, stop);
        if ((int)response.StatusCode is not (429 or 500 or 503) || attempt == attempts)
        {
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync(stop);
        }
        await Task.Delay(response.Headers.RetryAfter?.Delta ?? backoff * Math.Pow(2, attempt - 1), stop);
    }
}
