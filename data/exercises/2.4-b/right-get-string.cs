async Task<string> GetTextAsync(HttpClient client, string url, int attempts, TimeSpan backoff, CancellationToken stop)
{
    for (var attempt = 0; ; attempt++)
    {
        using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, url), stop);
        var isLast = attempt + 1 >= attempts;
        switch (response.StatusCode)
        {
            case HttpStatusCode.ServiceUnavailable when !isLast:
                var pause = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromTicks(backoff.Ticks << attempt);
                using (var timer = new PeriodicTimer(pause > TimeSpan.Zero ? pause : TimeSpan.FromMilliseconds(1)))
                    await timer.WaitForNextTickAsync(stop);
                break;
            default:
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync(stop);
        }
    }
}
