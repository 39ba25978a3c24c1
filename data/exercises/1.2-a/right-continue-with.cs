Task<T> RetryAsync<T>(Func<Task<T>> make, int times) =>
    make().ContinueWith(made => made.IsCompletedSuccessfully || times == 1 ? made : RetryAsync(make, times - 1),
        CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Unwrap();
