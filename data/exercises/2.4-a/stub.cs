// 练习 2.4-a：同一页，一个样子
string Canonical(string page, string href)
{
    // 在这里写
    throw new NotImplementedException();
}
