using System.Diagnostics;
using AsyncBook.Kernels;
using AsyncBook.Running;

namespace AsyncBook.Kernel.Tests;

/// <summary>A kernel under test, and what a cell gave in it as short words, in order.</summary>
internal sealed class TestKernel : IAsyncDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(90);
    private readonly KernelClient _client;

    private TestKernel(KernelClient client) => _client = client;

    public KernelClient Client => _client;

    public static async Task<TestKernel> StartAsync(string folder, KernelKind kind = KernelKind.Builtin)
    {
        if (kind == KernelKind.Interactive)
        {
            await RestoreToolAsync(folder);
        }

        return new(await KernelClient.StartAsync(KernelLaunch.For(kind, folder), folder, CancellationToken.None));
    }

    public async Task<CellTrace> RunAsync(string code, string name = "test.ipynb#cell")
    {
        using var limit = new CancellationTokenSource(_limit);
        var events = new List<KernelEvent>();
        var recorder = new CellRecorder();
        var failure = await _client.SubmitAsync(
            code,
            name,
            found =>
            {
                events.Add(found);
                recorder.Add(found);
            },
            limit.Token);
        return new CellTrace(events, recorder.Outputs, failure);
    }

    // The real tool is started from the folder it works in, so its manifest has to be there, too.
    private static async Task RestoreToolAsync(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".config"));
        File.Copy(Path.Combine(Repository.Root, ".config", "dotnet-tools.json"), Path.Combine(folder, ".config", "dotnet-tools.json"));
        using var restore = Process.Start(new ProcessStartInfo("dotnet", ["tool", "restore"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = restore.StandardOutput.ReadToEndAsync();
        var errors = await restore.StandardError.ReadToEndAsync();
        await restore.WaitForExitAsync();
        Assert.True(restore.ExitCode == 0, $"dotnet tool restore: {await said}{errors}");
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
