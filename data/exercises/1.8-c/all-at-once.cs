// 提示：两个同时在关
Task DisposeAllAsync(IReadOnlyList<IAsyncDisposable> resources) =>
    Task.WhenAll(resources.Reverse().Select(resource => resource.DisposeAsync().AsTask()));
