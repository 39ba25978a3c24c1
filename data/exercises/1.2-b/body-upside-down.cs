// 提示：程序二：StepAsync 里先打印 B
string HotOrder12b() => "ABDCE";
string ColdOrder12b() => "ACDBE";
