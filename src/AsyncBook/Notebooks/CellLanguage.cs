using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>The language of a cell, from whichever of the editors' metadata says it.</summary>
internal static class CellLanguage
{
    public const string CSharp = "csharp";

    public static string OfNotebook(JsonNode? metadata) =>
        Named(Find(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName"))
        ?? Named(Find(metadata, "kernelspec", "language"))
        ?? Named(Find(metadata, "language_info", "name"))
        ?? Named(OfKernel(Find(metadata, "kernelspec", "name")))
        ?? CSharp;

    public static string OfCell(JsonNode? metadata, string otherwise) =>
        Named(Find(metadata, "dotnet_interactive", "language"))
        ?? Named(Find(metadata, "polyglot_notebook", "kernelName"))
        ?? Named(Find(metadata, "vscode", "languageId"))
        ?? otherwise;

    private static string? Named(string? name) => name?.ToLowerInvariant() switch
    {
        null or "" or "polyglot-notebook" => null,
        "c#" => CSharp,
        "f#" => "fsharp",
        "powershell" => "pwsh",
        var other => other.Replace("dotnet-interactive.", "", StringComparison.Ordinal),
    };

    // .net-csharp is .NET Interactive's name for its kernel, python3 that of Jupyter.
    private static string? OfKernel(string? name) =>
        name?.Replace(".net-", "", StringComparison.OrdinalIgnoreCase).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-');

    private static string? Find(JsonNode? node, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            node = (node as JsonObject)?[key];
        }

        return node.AsText();
    }
}
