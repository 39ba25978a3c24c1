// 提示：不管什么异常，都要回滚
async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    try { await body(); }
    catch (InvalidOperationException)
    {
        try { await rollback(); }
        catch (InvalidOperationException) { }
        throw;
    }
    await commit();
}
