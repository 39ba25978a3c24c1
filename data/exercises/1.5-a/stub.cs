// 练习 1.5-a：把回调包成任务。用法：await AskAsync((done, failed) => 库.开始(done, failed))
Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    // 在这里写
    throw new NotImplementedException();
}
