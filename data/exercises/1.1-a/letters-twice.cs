// 提示：五个字母各写一次
string OrderOf11a() => "EBDCAE";
