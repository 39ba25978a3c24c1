// 提示：名字以 utm_ 开头的才去掉
string Canonical(string page, string href)
{
    var url = new Uri(new Uri(page), href);
    if (url.Scheme is not ("http" or "https"))
        return null;
    var query = url.Query.TrimStart('?').Split('&')
        .Where(part => part.Length > 0 && !part.Contains("utm_"))
        .Order(StringComparer.Ordinal);
    return new UriBuilder(url) { Query = string.Join('&', query), Fragment = "" }.Uri.AbsoluteUri;
}
