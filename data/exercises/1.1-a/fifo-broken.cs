// 提示：先进先出
string OrderOf11a() => "EDBCA";
