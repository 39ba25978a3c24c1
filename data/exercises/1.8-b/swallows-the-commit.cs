// 提示：提交的异常要出去
async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    try { await body(); }
    catch
    {
        try { await rollback(); }
        catch (Exception) { }
        throw;
    }
    try { await commit(); }
    catch (Exception) { await rollback(); }
}
