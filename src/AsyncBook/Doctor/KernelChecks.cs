using System.Diagnostics;
using AsyncBook.IO;
using AsyncBook.Kernels;
using AsyncBook.Language;

namespace AsyncBook.Doctor;

/// <summary>What executes cells: the SDK, the built-in kernel, .NET Interactive.</summary>
internal static class KernelChecks
{
    private const int NeededVersion = 10;

    public static async Task<Finding> SdkAsync(CancellationToken cancellationToken)
    {
        const string what = ".NET SDK";
        var remedy = DoctorWords.InstallSdk;
        return await ChildProcess.RunAsync(["dotnet", "--version"], cancellationToken) switch
        {
            null => Finding.Missing(what, DoctorWords.NoDotnet, remedy),
            (0, var version) when int.TryParse(version.Split('.')[0], out var major) && major >= NeededVersion =>
                Finding.Ok(what, DoctorWords.SdkIs(version, Environment.Version.ToString())),
            (0, var version) => Finding.Missing(what, version, remedy),
            _ => Finding.Missing(what, DoctorWords.NoSdk(Environment.Version.ToString()), remedy),
        };
    }

    public static async Task<Finding> BuiltinAsync(CancellationToken cancellationToken)
    {
        var what = DoctorWords.BuiltinKernel;
        var clock = Stopwatch.StartNew();
        try
        {
            var folder = Path.GetTempPath();
            await using var client = await KernelClient.StartAsync(KernelLaunch.For(KernelKind.Builtin, folder), folder, cancellationToken);
            return await client.SubmitAsync("1+1", "doctor", _ => { }, cancellationToken) is { } failure
                ? Finding.Missing(what, failure, "dotnet build")
                : Finding.Ok(what, DoctorWords.AnswersAfter(clock.Elapsed.TotalSeconds));
        }
        catch (KernelException e)
        {
            return Finding.Missing(what, e.Message, "dotnet build");
        }
    }

    public static async Task<Finding> InteractiveAsync(CancellationToken cancellationToken)
    {
        const string what = ".NET Interactive";
        var launch = KernelLaunch.For(KernelKind.Interactive, ".");
        // The tool's own command line, up to where KernelLaunch says what it shall do.
        var command = launch.Arguments.TakeWhile(argument => argument != "stdio");
        return await ChildProcess.RunAsync([launch.FileName, .. command, "--version"], cancellationToken) is (0, var version)
            ? Finding.Ok(what, version.Split('\n')[0])
            : Finding.Optional(what, DoctorWords.NotRestored, "dotnet tool restore");
    }
}
