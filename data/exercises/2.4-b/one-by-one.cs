// 提示：你最多只有 1 个
async Task<string[]> FetchAllAsync(string[] urls, int most, Func<string, Task<string>> fetch)
{
    var pages = new List<string>();
    foreach (var url in urls)
    {
        try
        {
            pages.Add(await fetch(url));
        }
        catch (HttpRequestException)
        {
            pages.Add(null);
        }
    }
    return pages.ToArray();
}
