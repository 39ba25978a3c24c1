async Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    var wait = backoff;
    while (true)
    {
        using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, stop);
        if (response.IsSuccessStatusCode)
            return await response.Content.ReadAsStringAsync(stop);
        if ((int)response.StatusCode != 503 || --attempts <= 0)
            throw new HttpRequestException("没拿到", null, response.StatusCode);
        await Task.Delay(response.Headers.RetryAfter is { Delta: { } asked } ? asked : wait, stop);
        wait *= 2;
    }
}
