using System.Text.Json;
using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>How a private Garnet is started: a server in .NET that speaks Redis's protocol, where there is no redis-server. It has no streams.</summary>
internal static class GarnetService
{
    public const string Name = "garnet-server";

    // One of its own: 'dotnet tool restore' need not bring it to those who have Redis.
    private static readonly string _manifest = Path.Combine(".config", "garnet", "dotnet-tools.json");
    private static readonly JsonSerializerOptions _settings = new() { WriteIndented = true };

    /// <summary>The program, where NuGet has brought it; null where it has not.</summary>
    public static string? Program
    {
        get
        {
            var program = Path.Combine(Folder, "tools", "net10.0", "any", "GarnetServer.dll");
            return File.Exists(program) ? program : null;
        }
    }

    private static string Folder => PackagesFolder.Of(Name, Version);

    private static string Version
    {
        get
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(ServiceFolder.Find(_manifest)));
            return manifest.RootElement.GetProperty("tools").GetProperty(Name).GetProperty("version").GetString()!;
        }
    }

    /// <summary>Has NuGet bring the program.</summary>
    /// <exception cref="ServiceException">It cannot be had; the message says why.</exception>
    public static async Task BringAsync(CancellationToken cancellationToken)
    {
        string[] restore = [DotnetHost.Path, "tool", "restore", "--tool-manifest", ServiceFolder.Find(_manifest)];
        if (await ChildProcess.RunAsync(restore, cancellationToken) is not (0, _) and var result)
        {
            throw new ServiceException(ServiceWords.NotBrought(Name, result?.Output ?? DoctorWords.NoDotnet));
        }

        // The SDK keeps notes of tools it has restored once, to whatever folder of packages.
        if (Program is null)
        {
            throw new ServiceException(ServiceWords.NotBrought(Name, ServiceWords.NotAmongPackages(Folder)));
        }
    }

    /// <summary>The command line, once the folder holds what it needs. Nothing is ever written to disk but its last words.</summary>
    public static async Task<IReadOnlyList<string>> PrepareAsync(Service service, string folder, int port, CancellationToken cancellationToken)
    {
        // In a file: a password on the command line is for all to see.
        var settings = Path.Combine(folder, "garnet.conf");
        await OwnersAlone.WriteAsync(settings, JsonSerializer.Serialize(Settings(service, folder, port), _settings), cancellationToken);
        string[] command = [DotnetHost.Path, Program!, "--config-import-path", settings];
        // Why it did not start it says to its console only.
        return OperatingSystem.IsWindows() ? command : ["/bin/sh", "-c", "exec \"$@\" >\"$0\" 2>&1", ServiceFolder.Log(folder), .. command];
    }

    // It would take 16 GB else.
    private static Dictionary<string, object> Settings(Service service, string folder, int port) => new()
    {
        ["Address"] = "127.0.0.1",
        ["Port"] = port,
        ["AuthenticationMode"] = service.Password.Length == 0 ? "NoAuth" : "Password",
        ["Password"] = service.Password,
        ["CheckpointDir"] = folder,
        ["EnableLua"] = true,
        ["QuietMode"] = true,
        ["MemorySize"] = "64m",
        ["PageSize"] = "4m",
        ["IndexSize"] = "4m",
        ["BufferPoolMemoryBudget"] = "64m",
    };
}
