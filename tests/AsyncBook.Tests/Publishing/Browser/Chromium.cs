namespace AsyncBook.Tests.Publishing;

/// <summary>The browser that is installed here; none is downloaded.</summary>
internal static class Chromium
{
    public const string Missing = "there is no chromium here (apt-get install chromium)";

    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => _names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);
}
