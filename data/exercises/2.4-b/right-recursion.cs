async Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    using (var response = await client.GetAsync(url, stop))
    {
        if (response.StatusCode != HttpStatusCode.ServiceUnavailable || attempts == 1)
            return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(stop);
        await Task.Delay(response.Headers.RetryAfter?.Delta ?? backoff, stop);
    }
    return await GetTextAsync(client, url, attempts - 1, backoff * 2, stop);
}
