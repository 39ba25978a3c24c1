using System.Text.Json;

namespace AsyncBook.Kernel.Scripting;

/// <summary>What <c>#!import</c> brings in: a C# file as one submission, a notebook as one for each of its C# cells.</summary>
/// <param name="Name">What stack traces call it.</param>
/// <param name="Code">The C# in it.</param>
internal sealed record ImportedFile(string Name, string Code)
{
    public static IReadOnlyList<ImportedFile> Read(string file, string folder)
    {
        var path = Path.GetFullPath(file, folder);
        if (!File.Exists(path))
        {
            throw new ImportException($"#!import: there is no file '{file}' in {folder}");
        }

        return Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".cs" or ".csx" => [new ImportedFile(file, File.ReadAllText(path))],
            ".ipynb" => ReadNotebook(file, path),
            var other => throw new ImportException($"#!import: '{file}' is a {other} file; .cs, .csx and .ipynb can be imported"),
        };
    }

    private static List<ImportedFile> ReadNotebook(string file, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. document.RootElement.GetProperty("cells").EnumerateArray()
                .Where(cell => cell.GetProperty("cell_type").GetString() == "code" && Language(cell) == "csharp")
                .Select((cell, index) => new ImportedFile($"{Path.GetFileName(file)}#{Id(cell, index)}", Source(cell)))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ImportException($"#!import: '{file}' is not a notebook: {e.Message}");
        }
    }

    private static string Language(JsonElement cell) =>
        cell.TryGetProperty("metadata", out var metadata)
        && metadata.TryGetProperty("polyglot_notebook", out var polyglot)
        && polyglot.TryGetProperty("kernelName", out var name)
            ? name.GetString() ?? "csharp"
            : "csharp";

    private static string Id(JsonElement cell, int index) =>
        cell.TryGetProperty("id", out var id) ? id.GetString()! : $"cell-{index + 1}";

    private static string Source(JsonElement cell) =>
        cell.GetProperty("source") is { ValueKind: JsonValueKind.Array } lines
            ? string.Concat(lines.EnumerateArray().Select(line => line.GetString()))
            : cell.GetProperty("source").GetString() ?? "";
}

/// <summary>An <c>#!import</c> that cannot be carried out; the message names the file.</summary>
internal sealed class ImportException(string message) : Exception(message);
