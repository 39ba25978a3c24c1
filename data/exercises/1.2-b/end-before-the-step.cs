// 提示：程序二：E 在 await step 之后
string HotOrder12b() => "ABDCE";
string ColdOrder12b() => "ADEBC";
