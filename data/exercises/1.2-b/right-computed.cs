string Program12b(Func<string, string, string> start) => "A" + start("B", "D") + "CE";
string HotOrder12b() => Program12b((step, main) => step + main);
string ColdOrder12b() => Program12b((step, main) => main + step);
