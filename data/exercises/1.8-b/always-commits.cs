// 提示：应该回滚，不能提交
async Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    try { await body(); }
    finally { await commit(); }
}
