using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Workshop;

/// <summary>A machine that has the next .NET and no other: what needs no server runs there, and gives the same.</summary>
[Collection(nameof(RunsAlone))]
[Trait("speed", "slow")]
public sealed class NextRuntimeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Part 1, and what has cells that no earlier runtime can run.</summary>
    public static TheoryData<string> Notebooks { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path).StartsWith("1.", StringComparison.Ordinal) || Notebook.Load(path).Cells.Any(cell => cell.Needs.Contains("dotnet-11")))
            .Select(path => Path.GetRelativePath(Repository.Notebooks, path)).Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kernel_and_command_line_both_run_on_it()
    {
        const string Source = "Console.WriteLine(Environment.Version); Console.WriteLine(typeof(object).Assembly.Location);";
        var path = SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", Source)), "n.ipynb");

        var (exitCode, output) = await RunAsync("run", path, "--verbose");
        Assert.Equal((0, true), (exitCode, output.Contains($"\n{NextRuntime.Version}\n", StringComparison.Ordinal)));
        Assert.Contains($"dotnet-{NextRuntime.Version}", output, StringComparison.Ordinal);

        // The SDK that stands in for its own has a compiler that runs there, and nothing else.
        Assert.Contains($"only the runtime .NET {NextRuntime.Version}", (await RunAsync("doctor", path, "--json")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_notebook_gives_what_is_stored_and_skips_nothing(string name)
    {
        var (exitCode, output) = await RunAsync("run", Path.Combine(Repository.Notebooks, name), "--check", "--timeout", "180");
        Assert.True(exitCode == 0 && output.Contains("0 skipped", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task The_check_of_the_start_page_says_that_one_can_begin()
    {
        var (exitCode, output) = await RunAsync("run", Path.Combine(Repository.Notebooks, "0-start-here.ipynb"), "--check", "--verbose");
        Assert.True(exitCode == 0, output);
        Assert.Contains($".NET：{NextRuntime.Version}，SDK（10 或更高）：1", output, StringComparison.Ordinal);
        Assert.Contains("环境检查：可以开始", output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "links need a privilege elsewhere");
        var root = await NextRuntime.LayOutAsync(TestContext.Current.CancellationToken);
        var (exitCode, output, errors) = await AsyncBookProcess.RunAsync(
            _folder.Path,
            arguments,
            ("DOTNET_ROOT", root),
            ("DOTNET_HOST_PATH", Path.Combine(root, "dotnet")),
            ("PATH", $"{root}:{Environment.GetEnvironmentVariable("PATH")}"));
        return (exitCode, output + errors);
    }
}
