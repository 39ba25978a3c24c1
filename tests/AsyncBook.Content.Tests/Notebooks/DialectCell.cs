using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>A cell as the rules look at it: its view, its JSON, and the folder its paths start from.</summary>
internal sealed record DialectCell(NotebookCell View, JsonObject Json, string Folder)
{
    public IReadOnlyList<string> Lines => View.Source.Split('\n');

    public JsonObject? Metadata => Json["metadata"] as JsonObject;

    public JsonObject? Own => Metadata?["asyncbook"] as JsonObject;
}
