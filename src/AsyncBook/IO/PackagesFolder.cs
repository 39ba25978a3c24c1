namespace AsyncBook.IO;

/// <summary>Where NuGet keeps the packages it has unpacked.</summary>
internal static class PackagesFolder
{
    private static string Root => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The folder of a package, whether or not it is there.</summary>
    public static string Of(string id, string version) => Path.Combine(Root, id.ToLowerInvariant(), version);
}
