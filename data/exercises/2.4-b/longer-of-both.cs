// 提示：不多也不少
async Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    for (var attempt = 1; ; attempt++, backoff *= 2)
    {
        using var response = await client.GetAsync(url, stop);
        if (response.StatusCode != HttpStatusCode.ServiceUnavailable || attempt == attempts)
        {
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync(stop);
        }
        var asked = response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
        await Task.Delay(asked > backoff ? asked : backoff, stop);
    }
}
