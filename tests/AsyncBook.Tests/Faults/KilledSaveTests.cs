using System.Diagnostics;
using System.Globalization;

namespace AsyncBook.Tests.Faults;

/// <summary>kill -9 at any moment of a save: the notebook is its old self or its new one, and what was left beside it goes with the next.</summary>
[Trait("speed", "slow")]
public sealed class KilledSaveTests : IDisposable
{
    private const int Lanes = 2, MomentsOfEach = 100, Runs = 20;
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task At_two_hundred_moments_the_file_is_whole_each_time()
    {
        var left = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => KillAgainAndAgainAsync($"{lane}/n.ipynb", new Dice(lane)))));

        // Otherwise nothing was ever interrupted.
        Assert.True(left.Sum() >= 10, $"only {left.Sum()} of {Lanes * MomentsOfEach} kills came in the middle of a save");
    }

    [Fact]
    public async Task Of_a_real_run_too()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs kill -9");
        var sound = SampleNotebook.Of(SampleNotebook.Code("one", "var text = string.Concat(System.Linq.Enumerable.Repeat(\"new\\n\", 300_000)); Console.Write(text);"));
        var path = SampleNotebook.Write(_folder, sound, "n.ipynb");
        var before = await File.ReadAllTextAsync(path, Token);
        var dice = new Dice(15);
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, (await AsyncBookProcess.RunAsync(_folder.Path, ["run", "--save", "n.ipynb"])).ExitCode);
        var (whole, after) = (clock.Elapsed, await File.ReadAllTextAsync(path, Token));
        for (var run = 0; run < Runs; run++)
        {
            await File.WriteAllTextAsync(path, before, Token);
            using var asyncbook = AsyncBookProcess.Start(_folder.Path, ["run", "--save", "n.ipynb"]);
            // Most of them near the end, where the save is.
            await Task.Delay(whole * (0.5 + (dice.Next(600) / 1000.0)), Token);
            asyncbook.Kill();
            var now = await File.ReadAllTextAsync(path, Token);
            Assert.True(now == before || now == after, $"run {run}: the file is neither the old one nor the new one, but {now.Length} characters long");
        }

        Assert.Equal(0, (await AsyncBookProcess.RunAsync(_folder.Path, ["run", "--save", "n.ipynb"])).ExitCode);
        Assert.Equal(after, await File.ReadAllTextAsync(path, Token));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    // How often something was left beside the notebook.
    private async Task<int> KillAgainAndAgainAsync(string name, Dice dice)
    {
        var path = _folder.Write(name, SavesForever.Texts[0]);
        var folder = Path.GetDirectoryName(path)!;
        var left = 0;
        for (var moment = 0; moment < MomentsOfEach; moment++)
        {
            await SaveUntilKilledAsync(path, TimeSpan.FromMilliseconds(dice.Next(30)));
            var text = await File.ReadAllTextAsync(path, Token);
            Assert.True(SavesForever.Texts.Contains(text), $"moment {moment} of {name}: the file is neither the old one nor the new one, but {text.Length} characters long");
            // The one that was killed just now; those before it were swept.
            var beside = Directory.GetFiles(folder, ".*").Length;
            Assert.True(beside <= 1, $"{beside} neighbours stand beside it");
            left += beside;
        }

        Assert.Equal(0, (await AsyncBookInProcess.RunAsync("run", path)).ExitCode);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
        return left;
    }

    private static async Task SaveUntilKilledAsync(string path, TimeSpan after)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        start.Environment[SavesForever.Variable] = path;
        using var process = Process.Start(start)!;
        try
        {
            var first = await process.StandardOutput.ReadLineAsync(Token).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Token);
            Assert.True(int.TryParse(first, CultureInfo.InvariantCulture, out _), $"the saving process said {first ?? "nothing"}");
            await Task.Delay(after, Token);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
