// 提示：utm_ 开头的参数要去掉
string Key(Uri page, string href)
{
    var url = new Uri(page, href);
    var query = string.Join("&", url.Query.TrimStart('?').Split('&').Order(StringComparer.Ordinal));
    return url.GetLeftPart(UriPartial.Path) + (query == "" ? "" : "?" + query);
}
