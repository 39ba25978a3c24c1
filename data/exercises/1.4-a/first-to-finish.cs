// 提示：失败的、被取消的要跳过
async Task<T> FirstSuccessAsync<T>(IReadOnlyList<Task<T>> tasks) => await await Task.WhenAny(tasks);
