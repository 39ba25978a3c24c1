Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback) =>
    body().ContinueWith(async ended =>
    {
        if (ended.IsCompletedSuccessfully) { await commit(); return; }
        await Task.WhenAny(rollback());
        await ended;
    }).Unwrap();
