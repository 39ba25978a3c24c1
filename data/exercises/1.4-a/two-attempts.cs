// 提示：失败的、被取消的要跳过
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks)
{
    var first = await Task.WhenAny(tasks);
    if (first.IsCompletedSuccessfully) return await first;
    var second = await Task.WhenAny(tasks.Where(task => task != first));
    if (second.IsCompletedSuccessfully) return await second;
    throw new AggregateException(first.Exception, second.Exception);
}
