// 提示：你的代码抛出了 HttpRequestException
async Task<string[]> FetchAllAsync(string[] urls, int most, Func<string, Task<string>> fetch)
{
    using var seats = new SemaphoreSlim(most);
    return await Task.WhenAll(urls.Select(async url =>
    {
        await seats.WaitAsync();
        try
        {
            return await fetch(url);
        }
        finally
        {
            seats.Release();
        }
    }));
}
