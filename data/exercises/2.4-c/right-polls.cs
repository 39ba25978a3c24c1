async Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    var (seen, todo, busy, fault) = (new HashSet<string> { start }, new Queue<string>([start]), 0, (Exception)null);
    async Task WorkAsync()
    {
        while (true)
        {
            string page = null;
            lock (seen)
            {
                if (fault is not null || (todo.Count == 0 && busy == 0)) return;
                if (todo.TryDequeue(out page)) busy++;
            }
            if (page is null) { await Task.Delay(2); continue; }
            string[] links = [];
            try { links = await linksOf(page); }
            catch (HttpRequestException) { }
            catch (Exception e) { lock (seen) fault = e; throw; }
            finally { lock (seen) { busy--; foreach (var link in links) if (seen.Add(link)) todo.Enqueue(link); } }
        }
    }
    await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync()));
    return seen;
}
