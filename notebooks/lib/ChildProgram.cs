#nullable enable
using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

/// <summary>A C# program compiled from its source, with the SDK's own compiler, no project and no network, to be run as a child.</summary>
public sealed class ChildProgram : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    // The .NET we run on: <root>/shared/Microsoft.NETCore.App/<version>/
    private static readonly string _runtime = RuntimeEnvironment.GetRuntimeDirectory();
    private static readonly string _root = Path.GetFullPath(Path.Combine(_runtime, "..", "..", ".."));

    private readonly string _folder = Directory.CreateTempSubdirectory("asyncbook-").FullName;

    private ChildProgram() { }

    /// <summary>Compiles; takes a second or two.</summary>
    /// <param name="source">One file with a Main.</param>
    /// <exception cref="InvalidOperationException">It does not compile; the message says why.</exception>
    public static async Task<ChildProgram> CompileAsync(string source)
    {
        var program = new ChildProgram();
        try
        {
            await program.CompileHereAsync(source);
            return program;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <summary>Starts it, all three streams in our hands: a child must not write into the cell's output.</summary>
    /// <param name="arguments">What its Main gets.</param>
    public Process Start(params string[] arguments) => StartDotnet(["child.dll", .. arguments]);

    /// <summary>Deletes what was compiled. What still runs, runs on (not on Windows: end it first).</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task CompileHereAsync(string source)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "child.cs"), source);
        await File.WriteAllTextAsync(Path.Combine(_folder, "child.runtimeconfig.json"), $$"""
            { "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" } } }
            """);
        using var compiler = StartDotnet(
            Compiler, "-nologo", "-out:child.dll", "child.cs", $"-lib:{_runtime}",
            "-r:System.Private.CoreLib.dll", "-r:System.Runtime.dll", "-r:System.Console.dll");
        try
        {
            var messages = await compiler.StandardOutput.ReadToEndAsync().WaitAsync(_patience);
            await compiler.WaitForExitAsync();
            if (compiler.ExitCode != 0)
                throw new InvalidOperationException(messages);
        }
        finally
        {
            compiler.Kill();
        }
    }

    private static string Compiler => Directory
        .GetDirectories(Path.Combine(_root, "sdk"))
        .Where(sdk => int.TryParse(Path.GetFileName(sdk).Split('.')[0], out var major) && major >= Environment.Version.Major)
        .Order()
        .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"))
        .LastOrDefault(File.Exists)
        ?? throw new FileNotFoundException("找不到编译器：这里只有 .NET 运行时，没有 SDK。");

    private Process StartDotnet(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Path.Combine(_root, "dotnet"), arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
