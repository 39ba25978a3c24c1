async Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    var seen = new HashSet<string> { start };
    List<string> level = [start];
    while (level.Count > 0)
    {
        List<string> next = [];
        await Parallel.ForEachAsync(level, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (page, _) =>
        {
            try
            {
                var links = await linksOf(page);
                lock (seen)
                    next.AddRange(links.Where(seen.Add));
            }
            catch (HttpRequestException) { }
        });
        level = next;
    }
    return seen;
}
