using System.Diagnostics;
using System.Text.Json.Nodes;

namespace AsyncBook.Content.Tests.Engines;

/// <summary>A home of Jupyter's own, with the kernel that .NET Interactive installs into it; nothing of the user's is read or changed.</summary>
public sealed class JupyterHome : IAsyncLifetime
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);
    private readonly TemporaryFolder _home = new();

    /// <summary>What a machine without Jupyter lacks; null where it is here.</summary>
    public static string? Missing { get; } = OnPath("jupyter") && OnPath("jupyter-nbconvert") && OnPath("jupyter-kernelspec")
        ? null
        : "needs Jupyter: apt-get install jupyter-notebook jupyter-nbconvert jupyter-client";

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        await RestoredTool.IsHereAsync();
        Directory.CreateDirectory(_home["data/kernels"]);
        await RunAsync(new Dictionary<string, string>(), "dotnet", "tool", "run", "dotnet-interactive", "--", "jupyter", "install");
        KeepToThisMachine(_home["data/kernels/.net-csharp/kernel.json"]);
    }

    public ValueTask DisposeAsync()
    {
        _home.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Executes a notebook as the command line of Jupyter does; the repository's file stays as it is.</summary>
    /// <returns>The path of the executed copy.</returns>
    public async Task<string> ExecuteAsync(string name, IReadOnlyDictionary<string, string> services)
    {
        await RunAsync(
            services, "jupyter", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.kernel_name=.net-csharp",
            "--output-dir", _home["out"], Path.Combine(Repository.Notebooks, name));
        return _home[Path.Combine("out", Path.GetFileName(name))];
    }

    // As installed, the kernel offers what it runs to the whole network, on a port of its own.
    private static void KeepToThisMachine(string path)
    {
        var spec = JsonNode.Parse(File.ReadAllText(path))!;
        spec["argv"]!.AsArray().Add("--http-local-only");
        File.WriteAllText(path, spec.ToJsonString());
    }

    private async Task RunAsync(IReadOnlyDictionary<string, string> variables, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The restored tool and the packages are in the real home, where the .NET command line goes on looking.
        start.Environment["DOTNET_CLI_HOME"] =
            Environment.GetEnvironmentVariable("DOTNET_CLI_HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["HOME"] = _home.Path;
        start.Environment["IPYTHONDIR"] = _home["ipython"];
        start.Environment["JUPYTER_CONFIG_DIR"] = _home["config"];
        start.Environment["JUPYTER_DATA_DIR"] = _home["data"];
        start.Environment["JUPYTER_RUNTIME_DIR"] = _home["runtime"];
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(_limit);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)}: exit code {process.ExitCode}\n{await output}{await errors}");
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)));
}
