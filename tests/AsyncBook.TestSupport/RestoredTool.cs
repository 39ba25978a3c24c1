using System.Diagnostics;

namespace AsyncBook.TestSupport;

/// <summary>The real .NET Interactive, brought from the feed as .config/dotnet-tools.json pins it: once for all tests that run on it.</summary>
public sealed class RestoredTool : IAsyncLifetime
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);
    private static readonly Lazy<Task> _restored = new(RestoreAsync);

    /// <summary>Ends when the tool is here.</summary>
    /// <exception cref="InvalidOperationException">The feed refuses: every test that needs the tool fails with its reason.</exception>
    public static Task IsHereAsync() => _restored.Value;

    public async ValueTask InitializeAsync() => await IsHereAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RestoreAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["tool", "restore"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(_limit);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'dotnet tool restore' in {Repository.Root} failed: {await output}{await errors}");
        }
    }
}
