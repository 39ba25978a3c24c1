// 提示：mailto 不是网页
string Canonical(string page, string href)
{
    var url = new Uri(new Uri(page), href);
    var query = url.Query.TrimStart('?').Split('&')
        .Where(part => part.Length > 0 && !part.StartsWith("utm_"))
        .Order(StringComparer.Ordinal);
    return new UriBuilder(url) { Query = string.Join('&', query), Fragment = "" }.Uri.AbsoluteUri;
}
