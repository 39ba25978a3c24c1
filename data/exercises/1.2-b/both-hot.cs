// 提示：程序二：CreateTask 只是排队
string HotOrder12b() => "ABDCE";
string ColdOrder12b() => "ABDCE";
