// 提示：程序一：五个字母各写一次
string HotOrder12b() => "ABDC";
string ColdOrder12b() => "ADBCE";
