// 提示：C 要等 50 ms，D 不用等
string HotOrder12b() => "ABCDE";
string ColdOrder12b() => "ADBCE";
