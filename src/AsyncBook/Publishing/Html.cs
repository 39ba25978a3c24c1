using System.Net;

namespace AsyncBook.Publishing;

internal static class Html
{
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A file's address as a link has it.</summary>
    public static string Address(string file) => string.Join('/', file.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The way from one page's folder back to the site's root: "" or "../" as often as it takes.</summary>
    public static string RootFrom(string address) =>
        string.Concat(Enumerable.Repeat("../", address.Count(character => character == '/')));
}
