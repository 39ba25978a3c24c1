// 提示：A 要等 50 ms
string OrderOf11a() => "EABDC";
