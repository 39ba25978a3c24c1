// 提示：盖住了正文的错
async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    try { await body(); }
    catch
    {
        try { await rollback(); }
        catch (InvalidOperationException) { }
        throw;
    }
    await commit();
}
