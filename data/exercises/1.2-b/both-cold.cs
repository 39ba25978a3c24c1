// 提示：会跑到第一个 await
string HotOrder12b() => "ADBCE";
string ColdOrder12b() => "ADBCE";
