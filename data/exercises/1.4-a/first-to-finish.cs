// 提示：第一个做完的可能是失败的
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks) => await await Task.WhenAny(tasks);
