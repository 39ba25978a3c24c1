// 提示：先都开始，再 await
async Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second) => await first() + await second();
