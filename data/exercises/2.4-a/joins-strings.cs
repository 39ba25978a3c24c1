// 提示：接在当前页后面
string Canonical(string page, string href) =>
    href.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? href : page + href;
