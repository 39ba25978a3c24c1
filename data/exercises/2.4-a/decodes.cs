// 提示：参数照原样，不要解码
string Key(Uri page, string href)
{
    var url = new Uri(page, href);
    var query = string.Join("&", Uri.UnescapeDataString(url.Query).TrimStart('?').Split('&')
        .Where(part => !part.StartsWith("utm_")).Order(StringComparer.Ordinal));
    return url.GetLeftPart(UriPartial.Path) + (query == "" ? "" : "?" + query);
}
