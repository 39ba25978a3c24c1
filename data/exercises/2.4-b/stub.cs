// 练习 2.4-b：同时最多几个，一个出错不影响别的
Task<string[]> FetchAllAsync(string[] urls, int most, Func<string, Task<string>> fetch)
{
    // 在这里写
    throw new NotImplementedException();
}
