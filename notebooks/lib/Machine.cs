#nullable enable
using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

/// <summary>What the learner's machine has of what the notebooks use. Figures only: with parity "shape" the output is the same on any machine.</summary>
public static class Machine
{
    // Each as the folder NuGet unpacks it to.
    private static readonly string[] _packages =
    [
        "stackexchange.redis/3.4.35", "mysqlconnector/2.6.2", "htmlagilitypack/1.13.0",
        "microsoft.aspnetcore.openapi/10.0.15", "microsoft.extensions.caching.hybrid/10.11.0", "microsoft.extensions.http.resilience/10.11.0",
        "microsoft.extensions.timeprovider.testing/10.11.0",
    ];

    /// <summary>Prints what is here, 1 for yes and 0 for no, and in the last line whether one can begin.</summary>
    public static async Task CheckAsync()
    {
        var answers = await Task.WhenAll(Services.All.Select(AnswersAsync));
        Console.WriteLine($"Redis 有应答的：{answers[0] + answers[1]} 台，要 2 台");
        Console.WriteLine($"MySQL 有应答的：{answers[2] + answers[3]} 台，要 2 台");
        Console.WriteLine($"NuGet 包下载过的：{_packages.Count(IsDownloaded)} 个，要 {_packages.Length} 个");
        Console.WriteLine($"python3：{Figure(CanPython("asyncio"))}，带 uvloop 的：{Figure(CanPython("uvloop"))}");
        Console.WriteLine($"Linux 的 epoll：{Figure(OperatingSystem.IsLinux())}");
        Console.WriteLine($".NET：{Environment.Version}，SDK（10 或更高）：{Figure(HasSdk)}");
        Console.WriteLine(Environment.Version.Major >= 10 && HasSdk
            ? "环境检查：可以开始"
            : "环境检查：还不能开始，请装 .NET SDK（10 或更高）");
    }

    private static bool HasSdk { get; } = Directory.Exists(Sdks) && Directory.GetDirectories(Sdks).Select(Major).Any(major => major >= 10);

    // The runtime is at <root>/shared/Microsoft.NETCore.App/<version>/.
    private static string Sdks => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "sdk"));

    private static int Major(string sdk) => int.TryParse(Path.GetFileName(sdk).Split('.')[0], out var major) ? major : 0;

    private static int Figure(bool isHere) => isHere ? 1 : 0;

    private static async Task<int> AnswersAsync(Service service)
    {
        try
        {
            await Services.RequireAsync(service);
            return 1;
        }
        catch (ServiceUnavailableException)
        {
            return 0;
        }
    }

    private static bool IsDownloaded(string package)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages");
        return Directory.Exists(Path.Combine(cache, package));
    }

    // Debian's uvloop belongs to Debian's python3, whatever else is on the PATH.
    private static bool CanPython(string module) => Runs("/usr/bin/python3", "-c", $"import {module}") || Runs("python3", "-c", $"import {module}");

    private static bool Runs(string program, params string[] arguments)
    {
        // A child must not have the kernel's own streams.
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var hasEnded = process.WaitForExit(10_000);
            if (!hasEnded)
                process.Kill();
            return hasEnded && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
