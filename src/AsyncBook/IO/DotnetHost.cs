namespace AsyncBook.IO;

/// <summary>What runs .NET programs.</summary>
internal static class DotnetHost
{
    /// <summary>The one that runs this process, where it says so; else the PATH's.</summary>
    public static string Path => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
}
