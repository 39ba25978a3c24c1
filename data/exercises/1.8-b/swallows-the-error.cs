// 提示：回滚以后，异常要出去
async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    try
    {
        await body();
        await commit();
    }
    catch (Exception) { await rollback(); }
}
