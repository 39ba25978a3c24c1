// 提示：utm_ 的参数只给统计用
string Canonical(string page, string href)
{
    var url = new Uri(new Uri(page), href);
    if (url.Scheme is not ("http" or "https"))
        return null;
    var query = url.Query.TrimStart('?').Split('&')
        .Where(part => part.Length > 0)
        .Order(StringComparer.Ordinal);
    return new UriBuilder(url) { Query = string.Join('&', query), Fragment = "" }.Uri.AbsoluteUri;
}
