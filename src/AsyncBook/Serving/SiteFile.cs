using System.Text;

namespace AsyncBook.Serving;

/// <summary>A file of the site as a browser gets it.</summary>
internal sealed record SiteFile(string ContentType, byte[] Bytes)
{
    public static SiteFile Page(string html) => new("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html));

    public static SiteFile Of(string address, string text) => Of(address, Encoding.UTF8.GetBytes(text));

    public static SiteFile Of(string address, byte[] bytes) => new(
        Path.GetExtension(address).ToLowerInvariant() switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".gif" => "image/gif",
            ".webp" => "image/webp",
            _ => "text/plain; charset=utf-8",
        },
        bytes);
}
