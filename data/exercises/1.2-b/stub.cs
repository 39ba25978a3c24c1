// 练习 1.2-b：把两个顺序各写成一个字符串
string HotOrder12b()
{
    // 在这里写程序一的：return "五个字母";
    throw new NotImplementedException();
}

string ColdOrder12b()
{
    // 在这里写程序二的
    throw new NotImplementedException();
}
