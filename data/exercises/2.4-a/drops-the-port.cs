// 提示：不是默认的端口要留着
string Canonical(string page, string href)
{
    var url = new Uri(new Uri(page), href);
    if (url.Scheme is not ("http" or "https"))
        return null;
    var query = string.Join('&', url.Query.TrimStart('?').Split('&')
        .Where(part => part.Length > 0 && !part.StartsWith("utm_")).Order(StringComparer.Ordinal));
    return $"{url.Scheme}://{url.Host}{url.AbsolutePath}{(query == "" ? "" : "?" + query)}";
}
