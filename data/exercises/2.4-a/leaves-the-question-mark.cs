// 提示：没有参数，就没有问号
string Key(Uri page, string href)
{
    var url = new Uri(page, href);
    var query = url.Query.TrimStart('?').Split('&').Where(part => !part.StartsWith("utm_")).Order(StringComparer.Ordinal);
    return url.GetLeftPart(UriPartial.Path) + (url.Query == "" ? "" : "?" + string.Join("&", query));
}
