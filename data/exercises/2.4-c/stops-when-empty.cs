// 提示：只同时抓了 1 页
async Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    var (seen, todo) = (new HashSet<string> { start }, new Queue<string>([start]));
    async Task WorkAsync()
    {
        while (true)
        {
            string page;
            lock (seen) if (!todo.TryDequeue(out page)) return;        // 空了，就下班
            string[] links = [];
            try { links = await linksOf(page); }
            catch (HttpRequestException) { }
            lock (seen) foreach (var link in links) if (seen.Add(link)) todo.Enqueue(link);
        }
    }
    await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync()));
    return seen;
}
