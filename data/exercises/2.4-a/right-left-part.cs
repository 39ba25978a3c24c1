string Canonical(string page, string href)
{
    if (!Uri.TryCreate(new Uri(page), href, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        return null;
    var kept = url.Query.Split('?', '&').Where(part => part != "" && !part.StartsWith("utm_", StringComparison.Ordinal)).ToList();
    kept.Sort(string.CompareOrdinal);
    return url.GetLeftPart(UriPartial.Path) + (kept.Count > 0 ? "?" + string.Join("&", kept) : "");
}
