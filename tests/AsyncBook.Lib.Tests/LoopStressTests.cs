using System.Globalization;
using static System.Security.Cryptography.RandomNumberGenerator;

namespace AsyncBook.Lib.Tests;

/// <summary>
/// Everything at once, on every loop: for a moment in the ordinary run, and by hand for a minute:
/// ASYNCBOOK_STRESS_SECONDS=60 dotnet test --project tests/AsyncBook.Lib.Tests --filter-class "*LoopStressTests"
/// </summary>
[Collection(nameof(EpollSocketTests))]
public sealed class LoopStressTests(ITestOutputHelper output)
{
    private const int Loops = 3, Jobs = 40;

    private static readonly TimeSpan _each =
        TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("ASYNCBOOK_STRESS_SECONDS") ?? "3", CultureInfo.InvariantCulture) / Loops);

    [Theory, MemberData(nameof(LoopTests.Loops), MemberType = typeof(LoopTests))]
    public async Task Nothing_is_lost_doubled_too_early_or_on_another_thread_while_everything_happens_at_once(string name)
    {
        var (end, rounds) = (DateTime.UtcNow + _each, 0);

        // Two loops side by side, each on a thread of its own; they share the pool, and the other threads post to both.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => LoopTests.On(name, loop =>
        {
            do
            {
                Round(loop, sockets: name == "EpollEventLoop");
                Interlocked.Increment(ref rounds);
            }
            while (DateTime.UtcNow < end);
        })));

        output.WriteLine($"{name}: {rounds} rounds of {Jobs} jobs");
        Assert.True(rounds > 1, $"only {rounds} rounds");
    }

    private static void Round(LoopTests.Loop loop, bool sockets)
    {
        var tally = new Tally();
        loop.Run(async () =>
        {
            var jobs = Enumerable.Range(0, Jobs).Select(_ => GetInt32(sockets ? 6 : 5) switch
            {
                0 => loop.CreateTask(() => tally.YieldAsync(GetInt32(20))),
                1 => loop.CreateTask(() => tally.LeaveAndReturnAsync(GetInt32(10))),
                2 => tally.PostAsync(loop.CallSoon(), GetInt32(300)),
                3 => tally.TimersAsync(loop.StartTimer(), GetInt32(60)),
                4 => tally.CancelFromElsewhereAsync(loop.StartTimer(), GetInt32(60)),
                _ => loop.CreateTask(() => tally.EchoAsync(GetInt32(100_000))),
            });
            await Task.WhenAll(jobs.ToList());
        });
        Assert.Equal("", tally.Faults);
    }
}
