namespace AsyncBook.Publishing;

/// <summary>Where the links of a page lead.</summary>
internal static class SiteLink
{
    private static readonly Uri _site = new("https://book.invalid/");

    /// <summary>What a link on a page means; null where nobody can follow it.</summary>
    public static Uri? Follow(string page, string link) => Uri.TryCreate(new Uri(_site, Html.Address(page)), link, out var target) ? target : null;

    /// <summary>The address in the site that is meant; null where it is elsewhere, or holds what it shows itself.</summary>
    public static string? Inside(Uri target) => target.Host == _site.Host ? Uri.UnescapeDataString(target.AbsolutePath[1..]) : null;
}
