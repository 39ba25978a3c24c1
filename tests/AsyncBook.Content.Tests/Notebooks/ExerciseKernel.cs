using System.Text;
using System.Text.RegularExpressions;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Services;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>A built-in kernel that knows what a notebook imports, and nothing else of it.</summary>
internal sealed partial class ExerciseKernel : IAsyncDisposable
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
            var printed = await kernel.PrintAsync(Preamble(notebook), cancellationToken);
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

    /// <summary>References first, since C# wants them above all else, then imports, then usings.</summary>
    public static string Preamble(Notebook notebook)
    {
        var lines = notebook.Cells.Where(cell => cell.Kind == CellKind.Code)
            .SelectMany(cell => cell.Source.Split('\n')).Distinct().ToList();
        Regex[] kinds = [Reference(), Import(), Using()];
        return string.Join('\n', kinds.SelectMany(kind => lines.Where(line => kind.IsMatch(line))));
    }

    private static string Text(KernelEvent found) => found switch
    {
        KernelEvent.Text text => text.Value,
        KernelEvent.Stray stray => stray.Value,
        _ => "",
    };

    [GeneratedRegex("^#r ")]
    private static partial Regex Reference();

    [GeneratedRegex("^#!import ")]
    private static partial Regex Import();

    [GeneratedRegex(@"^using (static )?[A-Z][\w.]*( = [\w.<>]+)?;")]
    private static partial Regex Using();
}
