async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    try
    {
        await body();
        await commit();
    }
    catch (Exception error)
    {
        await rollback().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
    }
}
