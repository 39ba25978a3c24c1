// 提示：应当是 https://shop.example/books/b02.html，你的是 https://shop.example:443
string Canonical(string page, string href)
{
    var url = new Uri(new Uri(page), href);
    if (url.Scheme is not ("http" or "https"))
        return null;
    var query = url.Query.TrimStart('?').Split('&')
        .Where(part => part.Length > 0 && !part.StartsWith("utm_"))
        .Order(StringComparer.Ordinal);
    return new UriBuilder(url) { Query = string.Join('&', query), Fragment = "" }.ToString();
}
