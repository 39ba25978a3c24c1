// 提示：写反了
string HotOrder12b() => "ADBCE";
string ColdOrder12b() => "ABDCE";
