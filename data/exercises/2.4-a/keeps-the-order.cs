// 提示：参数要排序
string Key(Uri page, string href) => new Uri(page, href).GetLeftPart(UriPartial.Query);
