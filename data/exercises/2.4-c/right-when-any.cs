async Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    var seen = new HashSet<string> { start };
    var waiting = new Queue<string>([start]);
    var running = new List<Task<string[]>>();

    async Task<string[]> FetchAsync(string page)
    {
        try { return await linksOf(page); }
        catch (HttpRequestException) { return []; }
    }

    while (waiting.Count > 0 || running.Count > 0)
    {
        while (running.Count < workers && waiting.TryDequeue(out var page))
            running.Add(FetchAsync(page));
        var done = await Task.WhenAny(running);
        running.Remove(done);
        foreach (var link in await done)
            if (seen.Add(link))
                waiting.Enqueue(link);
    }
    return seen;
}
