string Canonical(string page, string href)
{
    if (!Uri.TryCreate(new Uri(page), href, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)) return null;
    var kept = new List<string>();
    foreach (var part in url.Query.Split(['?', '&'], StringSplitOptions.RemoveEmptyEntries))
        if (!part.Split('=')[0].StartsWith("utm_")) kept.Add(part);
    kept.Sort(string.CompareOrdinal);
    var home = url.Scheme + "://" + url.Authority + url.AbsolutePath;
    return kept.Count == 0 ? home : home + "?" + string.Join("&", kept);
}
