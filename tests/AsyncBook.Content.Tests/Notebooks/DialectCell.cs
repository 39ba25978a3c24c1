using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>A cell as the rules look at it: its view, its JSON, and the notebook it stands in.</summary>
internal sealed record DialectCell(NotebookCell View, JsonObject Json, Notebook Notebook)
{
    /// <summary>The folder its paths start from.</summary>
    public string Folder => Path.GetDirectoryName(Notebook.Path)!;

    public IReadOnlyList<string> Lines => View.Source.Split('\n');

    public JsonObject? Metadata => Json["metadata"] as JsonObject;

    public JsonObject? Own => Metadata?["asyncbook"] as JsonObject;
}
