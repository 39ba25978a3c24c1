string HotOrder12b() => "A B D C E";
string ColdOrder12b() => "a, d, b, c, e";
