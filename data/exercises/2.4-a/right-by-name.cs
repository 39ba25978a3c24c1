string Canonical(string page, string href)
{
    var url = new Uri(new Uri(page), href);
    if (!url.Scheme.StartsWith("http"))
        return null;
    var pairs =
        from part in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let name = part.Split('=', 2)[0]
        where !name.StartsWith("utm_")
        orderby name
        select part;
    var query = string.Join("&", pairs);
    return $"{url.Scheme}://{url.Authority}{url.AbsolutePath}" + (query.Length > 0 ? $"?{query}" : "");
}
