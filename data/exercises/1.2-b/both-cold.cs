// 提示：程序一：直接调用
string HotOrder12b() => "ADBCE";
string ColdOrder12b() => "ADBCE";
