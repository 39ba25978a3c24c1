async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second) => (await Task.WhenAll(first(), second())).Sum();
