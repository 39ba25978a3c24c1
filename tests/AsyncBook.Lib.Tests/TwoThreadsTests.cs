namespace AsyncBook.Lib.Tests;

public sealed class TwoThreadsTests
{
    private static readonly TimeSpan _long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Both_act_once_in_every_round_until_the_judge_speaks()
    {
        var (acts, rounds) = (new int[2], 0);
        var verdict = await TwoThreads.RaceAsync(_long, which => acts[which]++, () => ++rounds == 100 ? "enough" : null);

        Assert.Equal("enough", verdict);
        Assert.Equal([100, 100], acts);
    }

    [Fact]
    public async Task What_one_of_them_throws_comes_out()
    {
        var error = await Assert.ThrowsAsync<AggregateException>(() => TwoThreads.RaceAsync(
            _long, which => _ = which == 1 ? throw new NotImplementedException() : 0, () => null));

        Assert.IsType<NotImplementedException>(error.InnerException);
    }

    [Fact]
    public async Task A_judge_with_nothing_to_say_ends_with_the_time() =>
        Assert.Null(await TwoThreads.RaceAsync(TimeSpan.FromMilliseconds(1), _ => { }, () => null));
}
