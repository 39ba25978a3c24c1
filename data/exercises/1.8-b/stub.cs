// 练习 1.8-b：提交还是回滚
Task InTransactionAsync(Func<Task> body, Func<Task> commit, Func<Task> rollback)
{
    // 在这里写
    throw new NotImplementedException();
}
