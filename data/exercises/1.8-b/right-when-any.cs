async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    var running = body();
    await Task.WhenAny(running);
    if (running.IsCompletedSuccessfully)
        await commit();
    else
        await Task.WhenAny(rollback());
    await running;
}
