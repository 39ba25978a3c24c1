using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.TestSupport;

/// <summary>Notebooks that keep all the rules, for tests to break one of them.</summary>
internal static class SampleNotebook
{
    public static JsonObject Of(params JsonObject[] cells) => new()
    {
        ["cells"] = new JsonArray([.. cells]),
        ["metadata"] = JsonNode.Parse("""
            {
              "kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
              "language_info": {"name": "C#"},
              "polyglot_notebook": {
                "kernelInfo": {
                  "defaultKernelName": "csharp",
                  "items": [{"aliases": [], "languageName": "csharp", "name": "csharp"}]
                }
              }
            }
            """),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    public static JsonObject Code(string id, string source, string own = "null", string outputs = "[]")
    {
        var metadata = JsonNode.Parse("""
            {"dotnet_interactive": {"language": "csharp"}, "polyglot_notebook": {"kernelName": "csharp"}}
            """)!.AsObject();
        AddOwn(metadata, own);
        return new()
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = id,
            ["metadata"] = metadata,
            ["outputs"] = JsonNode.Parse(outputs),
            ["source"] = MultilineText.Write(source),
        };
    }

    public static JsonObject Text(string id, string source, string own = "null")
    {
        var metadata = new JsonObject();
        AddOwn(metadata, own);
        return new()
        {
            ["cell_type"] = "markdown",
            ["id"] = id,
            ["metadata"] = metadata,
            ["source"] = MultilineText.Write(source),
        };
    }

    public static string Write(TemporaryFolder folder, JsonObject notebook, string name = "1.1-event-loop.ipynb") =>
        folder.Write(name, NotebookWriter.Write(notebook) + "\n");

    private static void AddOwn(JsonObject metadata, string own)
    {
        if (JsonNode.Parse(own) is { } value)
        {
            metadata.Insert(0, "asyncbook", value);
        }
    }
}
