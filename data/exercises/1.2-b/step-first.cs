// 提示：程序一：A 在 StepAsync 开始之前
string HotOrder12b() => "BADCE";
string ColdOrder12b() => "ADBCE";
