using System.Diagnostics;
using System.Globalization;
using AsyncBook.IO;

namespace AsyncBook.Tests.Running;

/// <summary>What a cell has started ends with its notebook, whoever its parent is by then.</summary>
[Trait("speed", "slow")]
public sealed class CellChildrenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // Nobody else sleeps as long.
    private readonly string _seconds = System.Security.Cryptography.RandomNumberGenerator.GetInt32(100_000, 999_999).ToString(CultureInfo.InvariantCulture);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var id in Sleepers())
        {
            ProcessMark.Find(id)?.Stop(TimeSpan.FromSeconds(5));
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task None_is_left_after_a_passed_run()
    {
        Write("await Task.Delay(300); Console.WriteLine(System.IO.File.Exists(\"/proc/self/stat\"));");
        var (exitCode, output, _) = await AsyncBookInProcess.RunAsync("run", _folder["a.ipynb"]);
        Assert.True(exitCode == 0, output);
        Assert.Empty(Sleepers());
    }

    [Fact]
    public async Task Those_of_another_notebook_that_still_runs_are_left_alone()
    {
        Write($$"""
            await Task.Delay(3000);
            var sleeping = System.IO.Directory.GetDirectories("/proc").Where(folder => int.TryParse(System.IO.Path.GetFileName(folder), out _))
                .Count(folder => { try { return System.IO.File.ReadAllText(folder + "/cmdline").Replace('\0', ' ').Trim() == "sleep {{_seconds}}"; } catch { return false; } });
            if (sleeping < 7) throw new Exception($"{sleeping}");
            """);
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("cell", "1")), "b.ipynb");
        var (exitCode, output, _) = await AsyncBookInProcess.RunAsync("run", _folder["a.ipynb"], _folder["b.ipynb"], "--jobs", "2");
        Assert.True(exitCode == 0, output);
        Assert.Empty(Sleepers());
    }

    [Theory, InlineData("-KILL"), InlineData("-HUP"), InlineData("-TERM")]
    public async Task None_is_left_when_asyncbook_is_ended(string signal)
    {
        Write("await Task.Delay(60_000);");
        using var asyncbook = AsyncBookProcess.Start(_folder.Path, ["run", "a.ipynb"]);
        await UntilAsync(() => Sleepers().Count == 7, "the cell did not start its children");
        using (var kill = Process.Start("kill", [signal, asyncbook.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Token);
        }

        await UntilAsync(() => Sleepers().Count == 0, "children outlived asyncbook");
    }

    private void Write(string then)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("cell", $$"""
            using System.Diagnostics;
            for (var i = 0; i < 5; i++) Process.Start("sleep", "{{_seconds}}");
            Process.Start("setsid", "sleep {{_seconds}}");
            Process.Start("sh", ["-c", "setsid sleep {{_seconds}} &"]);
            {{then}}
            """)), "a.ipynb");
    }

    private List<int> Sleepers() =>
        [.. Directory.GetDirectories("/proc").Select(Path.GetFileName).Select(name => int.TryParse(name, out var id) ? id : 0).Where(id => id > 0 && IsSleeper(id))];

    private bool IsSleeper(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ').TrimEnd() == $"sleep {_seconds}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> isTrue, string otherwise)
    {
        // A slow machine is given a minute.
        for (var clock = Stopwatch.StartNew(); !isTrue(); await Task.Delay(50, Token))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), otherwise);
        }
    }
}
