// 提示：TaskCanceledException
async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    try { await body(); }
    catch (Exception error) when (error is not OperationCanceledException)
    {
        try { await rollback(); } catch { }
        throw;
    }
    await commit();
}
