using System.Text;
using AsyncBook.Exercises;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Services;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>A built-in kernel that knows what a notebook imports, and nothing else of it.</summary>
internal sealed class ExerciseKernel : IAsyncDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);
    private readonly KernelClient _client;

    private ExerciseKernel(KernelClient client) => _client = client;

    public static async Task<ExerciseKernel> StartAsync(Notebook notebook, ServiceAddresses addresses, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(notebook.Path)!;
        var launch = KernelLaunch.For(KernelKind.Builtin, folder) with { Variables = addresses.Variables };
        var kernel = new ExerciseKernel(await KernelClient.StartAsync(launch, folder, cancellationToken));
        try
        {
            var printed = await kernel.PrintAsync(Preamble.Of(notebook), cancellationToken);
            return printed.Length == 0 ? kernel : throw new KernelException($"the notebook's imports say: {printed}");
        }
        catch
        {
            await kernel.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs code and tells what a reader sees under its cell: what it printed and why it failed.</summary>
    public async Task<string> PrintAsync(string code, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_limit);
        var printed = new StringBuilder();
        var failure = await _client.SubmitAsync(code, "exercise", found => printed.Append(Text(found)), limit.Token);
        return printed.ToString() + failure;
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private static string Text(KernelEvent found) => found switch
    {
        KernelEvent.Text text => text.Value,
        KernelEvent.Stray stray => stray.Value,
        _ => "",
    };
}
