using System.Diagnostics;

namespace AsyncBook.Kernels;

/// <summary>The command line that starts a kernel.</summary>
internal sealed record KernelLaunch(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>Names the command that starts .NET Interactive, where the tool manifest's is not wanted.</summary>
    public const string InteractiveVariable = "ASYNCBOOK_INTERACTIVE";

    /// <summary>Variables the kernel gets besides those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    private static string BuiltinKernel => Path.Combine(AppContext.BaseDirectory, "kernel", "AsyncBook.Kernel.dll");

    /// <param name="kind">Which kernel.</param>
    /// <param name="folder">The folder in which it works: that of the notebook.</param>
    public static KernelLaunch For(KernelKind kind, string folder) => kind switch
    {
        KernelKind.Builtin => new KernelLaunch(DotnetHost, [BuiltinKernel]),
        _ => Interactive(["stdio", "--working-dir", folder]),
    };

    public ProcessStartInfo In(string folder)
    {
        var start = new ProcessStartInfo(FileName, Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        return start;
    }

    private static System.Text.UTF8Encoding Utf8 => new(encoderShouldEmitUTF8Identifier: false);

    private static string DotnetHost =>
        System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    private static KernelLaunch Interactive(string[] arguments) =>
        System.Environment.GetEnvironmentVariable(InteractiveVariable)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var command, .. var rest]
            ? new KernelLaunch(command, [.. rest, .. arguments])
            : new KernelLaunch(DotnetHost, ["tool", "run", "dotnet-interactive", "--", .. arguments]);
}
