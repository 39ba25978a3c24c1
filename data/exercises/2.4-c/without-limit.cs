// 提示：workers 是 4，同时抓了
async Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    var seen = new HashSet<string> { start };
    string[] level = [start];
    while (level.Length > 0)
    {
        var links = await Task.WhenAll(level.Select(async page =>
        {
            try { return await linksOf(page); }
            catch (HttpRequestException) { return []; }
        }));
        level = links.SelectMany(link => link).Where(seen.Add).ToArray();
    }
    return seen;
}
