// 提示：你调用了 1 次
async Task<T> RetryAsync<T>(Func<Task<T>> make, int times) => await make();
