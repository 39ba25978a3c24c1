using AsyncBook.Notebooks;

namespace AsyncBook.Outputs;

/// <summary>What a front end writes into a notebook for itself: no cell ever said it, and it holds its machine's addresses.</summary>
internal static class FrontEndTraces
{
    public static bool Are(CellOutput output) => output switch
    {
        DisplayOutput display => AreIn(display.Data),
        ResultOutput result => AreIn(result.Data),
        _ => false,
    };

    public static void RemoveFrom(Notebook notebook) => notebook.ForgetEditors(Are);

    // The script by which a page finds the kernel's web server.
    private static bool AreIn(MimeBundle data) =>
        PackageProgress.IsShownBy(data)
        || (data["text/html"] is { } html
            && (html.Contains("dotnet-interactive-this-cell", StringComparison.Ordinal) || html.Contains("probeAddresses", StringComparison.Ordinal)));
}

/// <summary>.NET Interactive shows how its package restore goes as if the cell had displayed it; no cell ever did.</summary>
internal static class PackageProgress
{
    public static bool IsShownBy(MimeBundle data) =>
        data["text/html"] is { } html
        && html.StartsWith("<div><div></div>", StringComparison.Ordinal)
        && (html.Contains("<strong>Installing Packages</strong>", StringComparison.Ordinal)
            || html.Contains("<strong>Installed Packages</strong>", StringComparison.Ordinal));
}
