// 提示：http 的也要
string Canonical(string page, string href)
{
    var url = new Uri(new Uri(page), href);
    if (url.Scheme is not ("https"))
        return null;
    var query = url.Query.TrimStart('?').Split('&')
        .Where(part => part.Length > 0 && !part.StartsWith("utm_"))
        .Order(StringComparer.Ordinal);
    return new UriBuilder(url) { Query = string.Join('&', query), Fragment = "" }.Uri.AbsoluteUri;
}
