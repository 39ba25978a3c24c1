async Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    var seen = new HashSet<string> { start };
    using var places = new SemaphoreSlim(workers);

    async Task VisitAsync(string page)
    {
        string[] links;
        await places.WaitAsync();
        try { links = await linksOf(page); }
        catch (HttpRequestException) { links = []; }
        finally { places.Release(); }
        List<string> fresh;
        lock (seen)
            fresh = links.Where(seen.Add).ToList();
        await Task.WhenAll(fresh.Select(VisitAsync));
    }

    await VisitAsync(start);
    return seen;
}
