// 提示：应该先正文、后提交
async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    try { await body(); }
    catch
    {
        await rollback();
        throw;
    }
}
