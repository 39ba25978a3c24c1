// 提示：先看见过没有
async Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    var seen = new HashSet<string>();
    var level = new List<string> { start };
    while (level.Count > 0)
    {
        var next = new List<string>();
        await Parallel.ForEachAsync(level, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (page, _) =>
        {
            string[] links = [];
            try { links = await linksOf(page); }
            catch (HttpRequestException) { }
            lock (seen)
            {
                if (seen.Add(page))
                {
                    next.AddRange(links);
                }
            }
        });
        level = next;
    }
    return seen;
}
