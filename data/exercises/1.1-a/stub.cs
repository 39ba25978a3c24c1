// 练习 1.1-a：把五个字母按打印的先后写成一个字符串
string OrderOf11a()
{
    // 在这里写：return "五个字母";
    throw new NotImplementedException();
}
