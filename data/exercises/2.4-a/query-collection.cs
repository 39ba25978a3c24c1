// 提示：同名的参数都要留着
string Canonical(string page, string href)
{
    var url = new Uri(new Uri(page), href);
    if (url.Scheme is not ("http" or "https")) return null;
    var query = new SortedDictionary<string, string>(StringComparer.Ordinal);
    foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)))
        if (!pair[0].StartsWith("utm_")) query[pair[0]] = pair.Length > 1 ? pair[1] : "";
    return new UriBuilder(url) { Query = string.Join('&', query.Select(pair => $"{pair.Key}={pair.Value}")), Fragment = "" }.Uri.AbsoluteUri;
}
