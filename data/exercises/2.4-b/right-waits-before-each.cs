async Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    var wait = TimeSpan.Zero;
    foreach (var next in Enumerable.Range(0, attempts).Select(i => backoff * (1 << i)))
    {
        await Task.Delay(wait, stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (response.IsSuccessStatusCode) return await response.Content.ReadAsStringAsync(stop);
        if (response.StatusCode is not HttpStatusCode.ServiceUnavailable)
            throw new HttpRequestException("坏了", null, response.StatusCode);
        wait = response.Headers.RetryAfter is { Delta: { } told } ? told : next;
    }
    throw new HttpRequestException("试够了", null, HttpStatusCode.ServiceUnavailable);
}
