using AsyncBook.Kernels;

namespace AsyncBook.Kernel.Tests;

public sealed class ProtocolTests : IClassFixture<RestoredTool>
{
    [Fact]
    public async Task The_built_in_kernel_gives_what_the_table_says() => Assert.Equal("", await FaultsAsync(KernelKind.Builtin));

    [Trait("speed", "slow")]
    [Fact]
    public async Task The_real_kernel_gives_what_the_table_says() => Assert.Equal("", await FaultsAsync(KernelKind.Interactive));

    // One kernel for the whole table, in order: later rows rest on earlier ones, as cells do.
    private static async Task<string> FaultsAsync(KernelKind kind)
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib/Twice.cs", "public static class Doubler { public static int Twice(int n) => n + n; }");
        folder.Write("lib/Three.cs", "int Three() => 3;");
        await using var kernel = await TestKernel.StartAsync(folder.Path, kind);
        var faults = new List<string>();
        foreach (var row in ProtocolCases.All)
        {
            if (Fault(row, await kernel.RunAsync(row.Code)) is { } fault)
            {
                faults.Add(fault);
            }
        }

        return string.Join('\n', faults);
    }

    private static string? Fault(ProtocolCase row, CellTrace trace) =>
        trace.Words != row.Words ? $"{row.Name}: expected <{row.Words}>, got <{trace.Words}> {trace.Failure}"
        : row.Failure is null && trace.Failure is not null ? $"{row.Name}: failed: {trace.Failure}"
        : row.Failure is null ? RemarkFault(row, trace.Remarks)
        : trace.Failure is null ? $"{row.Name}: did not fail"
        : row.Only && !(trace.Failure.EndsWith(row.Failure, StringComparison.Ordinal) && !trace.Failure.Contains('\n', StringComparison.Ordinal)) ? $"{row.Name}: more than one error: {trace.Failure}"
        : trace.Failure.Contains(row.Failure, StringComparison.Ordinal) ? row.Remark.Length == 0 ? null : RemarkFault(row, trace.Remarks)
        : $"{row.Name}: failed with another message: {trace.Failure}";

    private static string? RemarkFault(ProtocolCase row, string remarks) =>
        row.Remark.Length == 0 ? remarks.Length == 0 ? null : $"{row.Name}: the compiler remarks: {remarks}"
        : remarks.Contains(row.Remark, StringComparison.Ordinal) ? null
        : $"{row.Name}: the compiler does not remark {row.Remark}, but: {remarks}";
}
