// 提示：5 秒之内没有结束
async Task<string[]> FetchAllAsync(string[] urls, int most, Func<string, Task<string>> fetch)
{
    var seats = new SemaphoreSlim(most);
    var work = urls.Select(async url =>
    {
        await seats.WaitAsync();
        return await fetch(url);
    });
    return await Task.WhenAll(work);
}
