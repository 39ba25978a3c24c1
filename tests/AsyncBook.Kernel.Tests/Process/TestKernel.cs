using AsyncBook.Kernels;
using AsyncBook.Running;

namespace AsyncBook.Kernel.Tests;

/// <summary>A kernel under test, and what a cell gave in it as short words, in order.</summary>
internal sealed class TestKernel : IAsyncDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(90);
    private readonly KernelClient _client;

    private TestKernel(KernelClient client) => _client = client;

    public KernelClient Client => _client;

    public static async Task<TestKernel> StartAsync(string folder, KernelKind kind = KernelKind.Builtin) =>
        new(await KernelClient.StartAsync(KernelLaunch.For(kind, folder), folder, CancellationToken.None));

    public async Task<CellTrace> RunAsync(string code, string name = "test.ipynb#cell", bool trace = false)
    {
        using var limit = new CancellationTokenSource(_limit);
        var events = new List<KernelEvent>();
        var recorder = new CellRecorder();
        var failure = await _client.SubmitAsync(
            code,
            name,
            found =>
            {
                events.Add(found);
                recorder.Add(found);
            },
            trace,
            limit.Token);
        return new CellTrace(events, recorder.Outputs, failure);
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
