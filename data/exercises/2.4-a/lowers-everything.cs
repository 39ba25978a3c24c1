// 提示：主机名不分大小写，路径分
string Key(Uri page, string href) => new Uri(page, href).GetLeftPart(UriPartial.Query).ToLowerInvariant();
