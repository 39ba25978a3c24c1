// 提示：以当前页为准补全
string Canonical(string page, string href) =>
    href.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? href : page + href;
