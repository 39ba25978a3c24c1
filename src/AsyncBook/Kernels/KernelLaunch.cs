using System.Diagnostics;
using AsyncBook.IO;

namespace AsyncBook.Kernels;

/// <summary>The command line that starts a kernel.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="From">The folder it has to be started in; null: the one in which it is to work.</param>
internal sealed record KernelLaunch(string FileName, IReadOnlyList<string> Arguments, string? From = null)
{
    private const string Tool = "microsoft.dotnet-interactive";
    private static readonly string[] _manifests = [Path.Combine(".config", "dotnet-tools.json"), "dotnet-tools.json"];

    /// <summary>Variables the kernel gets besides those of this process.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it has temporary files that it leaves where it is killed.</summary>
    public bool LeavesFiles { get; init; }

    private static string BuiltinKernel => Path.Combine(AppContext.BaseDirectory, "kernel", "AsyncBook.Kernel.dll");

    /// <param name="kind">Which kernel.</param>
    /// <param name="folder">The folder in which it works: that of the notebook.</param>
    public static KernelLaunch For(KernelKind kind, string folder) => kind switch
    {
        KernelKind.Builtin => new KernelLaunch(DotnetHost.Path, [BuiltinKernel]),
        _ => new KernelLaunch(DotnetHost.Path, ["tool", "run", "dotnet-interactive", "--", "stdio", "--working-dir", folder], ManifestFolder(folder)) { LeavesFiles = true },
    };

    /// <summary>The start in a folder, with more variables.</summary>
    /// <exception cref="KernelException">The limit of its memory is none.</exception>
    public ProcessStartInfo In(string folder, IReadOnlyDictionary<string, string> more)
    {
        // A session of its own, where that can be had: a Ctrl+C is asyncbook's to deal with, and all of the session end together.
        string[] command = ProgramFinder.Find(FileName) is not null && ProgramFinder.Find("setsid") is { } setsid ? [setsid, FileName, .. Arguments] : [FileName, .. Arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = From ?? folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        foreach (var (name, value) in Variables.Concat(more).Append(MemoryLimit.ForRuntime))
        {
            start.Environment[name] = value;
        }

        // A node that outlives its build would be ended with this kernel, and perhaps while another one uses it.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // The files by which a debugger finds a process stay where it is killed, as a cell that does not end has to be.
        start.Environment["DOTNET_EnableDiagnostics_IPC"] = "0";
        start.Environment["DOTNET_EnableDiagnostics_Debugger"] = "0";
        start.Environment["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        return start;
    }

    private static System.Text.UTF8Encoding Utf8 => new(encoderShouldEmitUTF8Identifier: false);

    // A local tool is there for those who start below its manifest only: above the notebook, or else the one AsyncBook comes with.
    private static string? ManifestFolder(string folder) => Above(Path.GetFullPath(folder)).Concat(Above(AppContext.BaseDirectory)).FirstOrDefault(HasTool);

    private static IEnumerable<string> Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private static bool HasTool(string folder) => _manifests
        .Select(name => Path.Combine(folder, name))
        .Any(path => File.Exists(path) && File.ReadAllText(path).Contains($"\"{Tool}\"", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Which kernel runs the cells.</summary>
internal enum KernelKind
{
    /// <summary>AsyncBook's own, which comes with it.</summary>
    Builtin,

    /// <summary>.NET Interactive, the one behind Polyglot Notebooks.</summary>
    Interactive,
}
