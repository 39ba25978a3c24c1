using AsyncBook.Outputs;

namespace AsyncBook.Kernel.Tests;

public sealed class SameBehaviourTests(TraceKernel kernel) : IClassFixture<TraceKernel>
{
    // What does not compile has no steps, whoever asks.
    private static readonly string[] _rejected = ["unsafe is not allowed", "does not compile"];

    public static TheoryData<string> Names => [.. Snippets.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cell_says_the_same_traced(string name)
    {
        var plain = await kernel.Kernel.RunAsync(Snippets.All[name]);
        var traced = await kernel.Kernel.RunAsync(Snippets.All[name], trace: true);
        Assert.Equal(OutputText.Render(plain.Outputs), TraceKernel.Printed(traced));
        Assert.Equal(plain.Failure, traced.Failure);
        Assert.Equal(plain.Remarks, traced.Remarks);
        if (!_rejected.Contains(name))
        {
            Assert.DoesNotContain("没有逐步记录", TraceKernel.Sentences(traced), StringComparison.Ordinal);
            Assert.Contains(" 结束\n", (TraceKernel.Sentences(traced) + "\n").Replace("单元格 抛出", "单元格 结束\n", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(Snippets.All.Count, 80, 1000);
}
