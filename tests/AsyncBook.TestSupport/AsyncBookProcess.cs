using System.Diagnostics;

namespace AsyncBook.TestSupport;

/// <summary>The command line as a user starts it, in a process of its own.</summary>
internal sealed class AsyncBookProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private AsyncBookProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static AsyncBookProcess Start(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var host = environment.FirstOrDefault(variable => variable.Name == "DOTNET_HOST_PATH").Value ?? "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "asyncbook.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new AsyncBookProcess(Process.Start(start)!);
    }

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(folder, arguments, environment);
        return await process.EndAsync();
    }

    /// <summary>Any program, with time to spare.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunProgramAsync(
        string folder, string program, string[] arguments, TimeSpan patience, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = new AsyncBookProcess(Process.Start(start)!);
        return await process.EndAsync(patience);
    }

    public Task<(int ExitCode, string Output, string Errors)> EndAsync() => EndAsync(TimeSpan.FromMinutes(2));

    public async Task<(int ExitCode, string Output, string Errors)> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _output, await _errors);
    }

    /// <summary>Ends it as kill -9 does, and nothing that it started.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
