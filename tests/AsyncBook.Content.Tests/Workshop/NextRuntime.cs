using System.Runtime.InteropServices;
using AsyncBook.IO;

namespace AsyncBook.Content.Tests.Workshop;

/// <summary>
/// A folder as `dotnet` is installed in, with the next .NET alone, made of the packs that the package feed serves.
/// Only Linux: elsewhere links need a privilege.
/// </summary>
internal static class NextRuntime
{
    public const string Version = "11.0.0";

    // typeof(object) lies in dotnet/shared/Microsoft.NETCore.App/10.0.12.
    private static string Installed => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Lays it out, once, and says where it is.</summary>
    public static async Task<string> LayOutAsync(CancellationToken cancellationToken)
    {
        var root = Path.Combine(Repository.Root, "artifacts", $"dotnet-{Version}");
        if (!Directory.Exists(root))
        {
            var packs = await RestoreAsync(cancellationToken);
            var parts = $"{root}.{Path.GetRandomFileName()}";
            LayOut(parts, packs["Microsoft.NETCore.App"], packs["Microsoft.AspNetCore.App"]);
            Directory.Move(parts, root);
        }

        return root;
    }

    private static void LayOut(string root, string runtime, string web)
    {
        var (core, native) = (Framework(root, "Microsoft.NETCore.App"), Path.Combine(runtime, "native"));

        // What a link leads to is where the runtime looks for its other parts: its native ones are copied.
        Copy(native, core);
        Link(Path.Combine(runtime, "lib", "net11.0"), core);
        Link(Path.Combine(web, "lib", "net11.0"), Framework(root, "Microsoft.AspNetCore.App"));

        var resolver = Directory.CreateDirectory(Path.Combine(root, "host", "fxr", Version)).FullName;
        File.Copy(Path.Combine(native, "libhostfxr.so"), Path.Combine(resolver, "libhostfxr.so"));
        File.Copy(Path.Combine(Installed, "dotnet"), Path.Combine(root, "dotnet"));

        // The feed serves no SDK: this one's, under the next one's name, gives 1.6 its compiler.
        var sdk = Directory.GetDirectories(Path.Combine(Installed, "sdk")).Max(StringComparer.Ordinal)!;
        Directory.CreateDirectory(Path.Combine(root, "sdk"));
        Directory.CreateSymbolicLink(Path.Combine(root, "sdk", "11.0.100"), sdk);
    }

    private static string Framework(string root, string name) => Directory.CreateDirectory(Path.Combine(root, "shared", name, Version)).FullName;

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static void Link(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.CreateSymbolicLink(Path.Combine(to, Path.GetFileName(file)), file);
        }
    }

    private static async Task<Dictionary<string, string>> RestoreAsync(CancellationToken cancellationToken)
    {
        string[] frameworks = ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];
        var platform = RuntimeInformation.RuntimeIdentifier;
        var packs = frameworks.ToDictionary(name => name, name => $"{name}.Runtime.{platform}", StringComparer.Ordinal);
        using var folder = new TemporaryFolder();
        var project = folder.Write("packs.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup>{string.Concat(packs.Values.Select(pack => $"<PackageDownload Include=\"{pack}\" Version=\"[{Version}]\" />"))}</ItemGroup>
            </Project>
            """);
        var (exitCode, output) = (await ChildProcess.RunAsync(["dotnet", "restore", project], cancellationToken))!.Value;
        Skips.Allow(exitCode == 0 ? [] : [output[Math.Max(0, output.IndexOf("NU1", StringComparison.Ordinal))..]]);
        return packs.ToDictionary(
            pack => pack.Key,
            pack => Path.Combine(PinnedPackages.Kept(pack.Value, Version), "runtimes", platform),
            StringComparer.Ordinal);
    }
}
