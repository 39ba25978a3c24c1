// 练习 1.6-b：单独的线程
Task<T> OwnThreadAsync<T>(Func<T> func)
{
    // 在这里写。线程里要 try / catch：那里没人接的异常，会让整个内核退出
    throw new NotImplementedException();
}
