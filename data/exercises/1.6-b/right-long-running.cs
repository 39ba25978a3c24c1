Task<T> OwnThreadAsync<T>(Func<T> func) => Task.Factory.StartNew(func, CancellationToken.None,
    TaskCreationOptions.LongRunning | TaskCreationOptions.RunContinuationsAsynchronously, TaskScheduler.Default);
