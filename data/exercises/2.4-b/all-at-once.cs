// 提示：最多 3 个，你同时发了 9 个
Task<string[]> FetchAllAsync(string[] urls, int most, Func<string, Task<string>> fetch) =>
    Task.WhenAll(urls.Select(async url =>
    {
        try
        {
            return await fetch(url);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }));
