// 提示：第 0 个应当是 “页 /0”
async Task<string[]> FetchAllAsync(string[] urls, int most, Func<string, Task<string>> fetch)
{
    var pages = new List<string>();
    var options = new ParallelOptions { MaxDegreeOfParallelism = most };
    await Parallel.ForEachAsync(urls, options, async (url, _) =>
    {
        string page = null;
        try
        {
            page = await fetch(url);
        }
        catch (HttpRequestException)
        {
        }
        lock (pages)
        {
            pages.Add(page);
        }
    });
    return pages.ToArray();
}
