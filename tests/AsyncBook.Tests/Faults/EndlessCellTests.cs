namespace AsyncBook.Tests.Faults;

/// <summary>A cell that never ends, on either kernel: it is asked to give up, then its kernel is ended, and the next notebook has its turn.</summary>
[Trait("speed", "slow")]
public sealed class EndlessCellTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("interactive", "await Task.Delay(-1);")]
    [InlineData("interactive", "while (true) { }")]
    [InlineData("interactive", "try { await Task.Delay(-1, Microsoft.DotNet.Interactive.KernelInvocationContext.Current.CancellationToken); } catch (OperationCanceledException) { Console.WriteLine(\"asked\"); }")]
    [InlineData("interactive", "Console.WriteLine(\"child\"); System.Diagnostics.Process.Start(\"sleep\", \"SECONDS\").WaitForExit();")]
    [InlineData("builtin", "await Task.Delay(-1);")]
    [InlineData("builtin", "while (true) { }")]
    public async Task One_that_never_ends_is_over_at_its_limit_and_the_next_notebook_runs(string kernel, string source)
    {
        await RestoredTool.IsHereAsync();
        var seconds = $"{System.Security.Cryptography.RandomNumberGenerator.GetInt32(100_000, 999_999)}";
        Write("a.ipynb", SampleNotebook.Code("before", "Console.WriteLine(\"before\");"), SampleNotebook.Code("endless", source.Replace("SECONDS", seconds, StringComparison.Ordinal)), SampleNotebook.Code("behind", "Console.WriteLine(\"behind\");"));
        Write("b.ipynb", SampleNotebook.Code("next", "System.IO.File.WriteAllText(\"next\", \"ran\");"));

        var (exitCode, output, errors) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb", "b.ipynb", "--timeout", "5", "--kernel", kernel]);

        var said = string.Join(' ', (output + errors).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(1, exitCode);
        Assert.Contains("failed a.ipynb endless: it did not end within 5 s (--timeout), so its kernel was ended", said, StringComparison.Ordinal);
        Assert.Contains("1 notebooks passed, 1 failed", said, StringComparison.Ordinal);
        Assert.Equal("ran", await File.ReadAllTextAsync(_folder["next"], TestContext.Current.CancellationToken));
        Assert.Empty(ProcessTable.Of($"sleep\0{seconds}\0"));
    }

    private void Write(string name, params System.Text.Json.Nodes.JsonObject[] cells) => SampleNotebook.Write(_folder, SampleNotebook.Of(cells), name);
}
