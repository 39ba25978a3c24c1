// 练习 2.4-a：同一页，同一个字符串
string Key(Uri page, string href)
{
    // 在这里写
    throw new NotImplementedException();
}
