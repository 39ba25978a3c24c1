using AsyncBook.Outputs;

namespace AsyncBook.Kernel.Tests;

public sealed class SameBehaviourTests(TraceKernel kernel) : IClassFixture<TraceKernel>
{
    // What does not compile has no steps, whoever asks.
    private static readonly string[] _rejected = ["does not compile"];

    // In their order, in one session: a cell finds what those before it have declared.
    [Fact]
    public async Task Every_kind_of_cell_says_the_same_traced()
    {
        var faults = new List<string>();
        foreach (var (name, code) in Snippets.All)
        {
            var plain = await kernel.Kernel.RunAsync(code);
            var traced = await kernel.Kernel.RunAsync(code, trace: true);
            Compare(faults, $"{name}: output", OutputText.Render(plain.Outputs), OutputText.Render(TraceKernel.WithoutTrace(traced)));
            Compare(faults, $"{name}: failure", plain.Failure, traced.Failure);
            Compare(faults, $"{name}: what the compiler said", plain.Remarks, traced.Remarks);
            Compare(faults, $"{name}: does it compile", !_rejected.Contains(name), traced.Failure?.Contains("error CS", StringComparison.Ordinal) is not true);
            Compare(faults, $"{name}: are there steps", !_rejected.Contains(name), TraceKernel.HasSteps(traced));
        }

        Assert.Equal([], faults);
    }

    [Fact]
    public void There_are_many_of_them() => Assert.InRange(Snippets.All.Count, 80, 1000);

    private static void Compare<T>(List<string> faults, string what, T expected, T found)
    {
        if (!Equals(expected, found))
        {
            faults.Add($"{what}: <{expected}> became <{found}>");
        }
    }
}
