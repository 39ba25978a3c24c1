using System.Diagnostics;
using System.Globalization;
using AsyncBook.IO;
using AsyncBook.Notebooks;
using AsyncBook.Services;
using AsyncBook.Tests.Services;

namespace AsyncBook.Tests.Faults;

/// <summary>Ctrl+C at any moment of a run, with servers, with either kernel: nothing of it is left.</summary>
[Trait("speed", "slow")]
public sealed class InterruptedRunTests
{
    private const string Mark = "ASYNCBOOK_TEST_TRIAL";

    // It may take two seconds; a machine that is busy with other things is given thirty.
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("builtin", """["redis"]""", 26)]
    [InlineData("builtin", """["redis", "mysql"]""", 12)]
    [InlineData("interactive", """["redis"]""", 12)]
    public async Task At_many_moments_no_process_no_lock_and_no_temporary_file_is_left(string kernel, string needs, int moments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RedisService.Program is not null && MySqlService.Program is not null, "needs Linux, redis-server and mariadb-server");
        await RestoredTool.IsHereAsync();
        var dice = new Dice(moments);
        // How long it is until a cell runs: the moments lie before and a little after it.
        var whole = await InterruptAsync(kernel, needs, TimeSpan.MaxValue);
        var longest = TimeSpan.Zero;
        for (var moment = 1; moment < moments; moment++)
        {
            var took = await InterruptAsync(kernel, needs, whole * (dice.Next(1, 1200) / 1000.0));
            longest = took > longest ? took : longest;
        }

        TestContext.Current.SendDiagnosticMessage($"{kernel} with {needs}: a cell ran after {whole.TotalSeconds:0.0} s; the longest of {moments} ends took {longest.TotalSeconds:0.00} s");
    }

    // How long its end took; of the first, how long it was until a cell ran.
    private static async Task<TimeSpan> InterruptAsync(string kernel, string needs, TimeSpan after)
    {
        using var folder = new IsolatedFolder();
        var trial = Guid.NewGuid().ToString("N");
        var temporary = Directory.CreateDirectory(folder["tmp"]).FullName;
        Directory.CreateDirectory(folder["notebooks"]);
        folder.Write("notebooks/a.ipynb", SampleNotebook.Of(
            SampleNotebook.Code("short", "Console.WriteLine(1);"),
            SampleNotebook.Code("long", "System.Diagnostics.Process.Start(\"sleep\", \"600\"); System.IO.File.WriteAllText(\"../here\", \"\"); while (true) { }", $$"""{"needs": {{needs}}}""")));
        folder.Write("notebooks/b.ipynb", SampleNotebook.Of(SampleNotebook.Code("one", "Console.WriteLine(Guid.NewGuid()); await Task.Delay(100);")));
        // A harness that ignores Ctrl+C would pass that on.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "asyncbook.dll"), "run", "--save", "--kernel", kernel, "notebooks"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in folder.Environment.Concat([(Mark, trial), ("TMPDIR", temporary)]))
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        while (clock.Elapsed < after && !(after == TimeSpan.MaxValue && File.Exists(folder["here"])))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), "no cell ran within three minutes");
            await Task.Delay(10, Token);
        }

        var until = clock.Elapsed;
        clock.Restart();
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Token);
        }

        await process.WaitForExitAsync(Token).WaitAsync(_bound, Token);
        Assert.True(process.ExitCode == 130, $"after {until}: exit code {process.ExitCode}\n{string.Join('\n', await said)}");
        while (ProcessTable.With(Mark, trial) is { Count: > 0 } left)
        {
            Assert.True(clock.Elapsed < _bound, $"after {until}: left after {clock.Elapsed}: {string.Join('\n', left.Select(ProcessTable.Describe))}");
            await Task.Delay(20, Token);
        }

        var took = clock.Elapsed;
        AssertNothingLeft(folder, temporary, until);
        return after == TimeSpan.MaxValue ? until : took;
    }

    private static void AssertNothingLeft(IsolatedFolder folder, string temporary, TimeSpan until)
    {
        Assert.True(folder.Starts.Count == 0, $"after {until}: {string.Join(", ", folder.Starts)}");
        Assert.True(Directory.GetFileSystemEntries(temporary) is [], $"after {until}: {string.Join(", ", Directory.GetFileSystemEntries(temporary))}");
        Assert.Equal(["a.ipynb", "b.ipynb"], Directory.GetFileSystemEntries(folder["notebooks"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var path in Directory.GetFiles(folder["notebooks"]))
        {
            // Whoever comes next has its turn at once.
            using var turn = FileTurn.Take(path);
            Notebook.Load(path);
        }
    }
}
