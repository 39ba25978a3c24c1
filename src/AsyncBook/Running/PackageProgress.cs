using AsyncBook.Notebooks;

namespace AsyncBook.Running;

/// <summary>.NET Interactive shows how its package restore goes as if the cell had displayed it; no cell ever did.</summary>
internal static class PackageProgress
{
    public static bool IsShownBy(MimeBundle data) =>
        data["text/html"] is { } html
        && html.StartsWith("<div><div></div>", StringComparison.Ordinal)
        && (html.Contains("<strong>Installing Packages</strong>", StringComparison.Ordinal)
            || html.Contains("<strong>Installed Packages</strong>", StringComparison.Ordinal));
}
