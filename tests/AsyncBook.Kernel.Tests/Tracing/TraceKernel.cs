using System.Text.Json;
using AsyncBook.Notebooks;

namespace AsyncBook.Kernel.Tests;

/// <summary>One kernel for the tests of a class, and what a traced cell's trace says in short words.</summary>
public sealed class TraceKernel : IAsyncLifetime
{
    private const string Mime = "application/vnd.asyncbook.trace+json";
    private readonly TemporaryFolder _folder = new();

    internal TestKernel Kernel { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "notebooks", "lib"), "*.cs"))
        {
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        }

        Kernel = await TestKernel.StartAsync(_folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        await Kernel.DisposeAsync();
        _folder.Dispose();
    }

    internal static IReadOnlyList<CellOutput> WithoutTrace(CellTrace cell) => [.. cell.Outputs.Where(output => output is not DisplayOutput display || display.Data[Mime] is null)];

    /// <summary>The steps, a line each: <c>task kind line text &lt; on</c>.</summary>
    internal static string Steps(CellTrace cell)
    {
        using var trace = Json(cell);
        var names = trace.RootElement.GetProperty("tasks").EnumerateArray().ToDictionary(task => task.GetProperty("id").GetInt32(), task => task.GetProperty("name").GetString());
        return string.Join('\n', trace.RootElement.GetProperty("steps").EnumerateArray().Select(step => string.Join(' ', new[]
        {
            step.TryGetProperty("task", out var task) ? names[task.GetInt32()] : "-",
            step.GetProperty("kind").GetString(),
            step.TryGetProperty("line", out var line) ? line.ToString() : null,
            step.TryGetProperty("text", out var text) ? text.GetString() : null,
            step.TryGetProperty("on", out var on) ? "< " + names[on.GetInt32()] : null,
        }.OfType<string>())));
    }

    internal static JsonDocument Json(CellTrace cell) => JsonDocument.Parse(Bundle(cell)[Mime]!);

    internal static string Sentences(CellTrace cell) => Bundle(cell)["text/plain"]!;

    internal static bool HasSteps(CellTrace cell)
    {
        if (cell.Outputs.OfType<DisplayOutput>().All(display => display.Data[Mime] is null))
        {
            return false;
        }

        using var trace = Json(cell);
        return trace.RootElement.GetProperty("steps").GetArrayLength() > 0;
    }

    private static MimeBundle Bundle(CellTrace cell) => cell.Outputs.OfType<DisplayOutput>().Single(display => display.Data[Mime] is not null).Data;
}
