// 提示：只抓了
async Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    var seen = new HashSet<string> { start };
    foreach (var link in await linksOf(start))
    {
        if (seen.Add(link))
        {
            await linksOf(link);
        }
    }
    return seen;
}
