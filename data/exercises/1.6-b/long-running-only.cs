// 提示：让延续去排队
Task<T> OwnThreadAsync<T>(Func<T> func) => Task.Factory.StartNew(
    func, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
