// 练习 2.4-c：什么时候抓完
Task<HashSet<string>> VisitAllAsync(string start, Func<string, Task<string[]>> linksOf, int workers)
{
    // 在这里写
    throw new NotImplementedException();
}
