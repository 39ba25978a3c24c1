// 提示：C 是回调里再排的队
string OrderOf11a() => "EBCDA";
