namespace AsyncBook.Lib.Tests;

public class PythonLoopTests
{
    [Fact(Timeout = 60_000)]
    public async Task A_loop_says_of_which_versions_its_figures_are()
    {
        var loop = await PythonLoop.UvloopAsync();

        Assert.Equal("uvloop", loop.Name);
        Assert.Matches(@"^(这次运行|存下来的)，CPython 3\.\d+\.\d+，uvloop \d+\.\d+\.\d+", loop.Versions);
    }

    [Fact(Timeout = 120_000)]
    public async Task Its_work_is_two_figures_from_one_source()
    {
        var figures = await (await PythonLoop.AsyncioAsync()).WorkAsync();

        Assert.Equal(2, figures.Length);
        Assert.Single(figures.Select(figure => figure.Source).Distinct());
        Assert.All(figures, figure => Assert.True(figure is { Name: "asyncio", Value: > 0 }));
        Assert.True(figures[1].Value >= 0.19); // 5,000 sleeps of 0.2 s, together.
    }
}
