// 提示：同名的参数都要留着
string Canonical(string page, string href)
{
    var url = new Uri(new Uri(page), href);
    if (url.Scheme is not ("http" or "https"))
        return null;
    var query = new SortedDictionary<string, string>(StringComparer.Ordinal);
    foreach (var part in url.Query.TrimStart('?').Split('&'))
        if (part.Length > 0 && !part.StartsWith("utm_"))
            query[part.Split('=')[0]] = part;
    return new UriBuilder(url) { Query = string.Join('&', query.Values), Fragment = "" }.Uri.AbsoluteUri;
}
