// 提示：所以 E 最先
string OrderOf11a() => "BDCEA";
