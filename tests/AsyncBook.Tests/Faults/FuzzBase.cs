using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Faults;

/// <summary>Sound notebooks, before they are spoilt: pieces of the real ones, or small ones that can be run.</summary>
internal static class FuzzBase
{
    public const string Exercise = "9.1-a";

    private static readonly string[] _programs =
    [
        "Console.WriteLine(\"你好 🌍\");", "1 + 1", "await Task.Delay(1);\n\"x\"", "throw new InvalidOperationException(\"boom\");", "var x = ;", "#!import lib/No.cs", "",
    ];

    private static readonly Lazy<JsonObject[]> _real = new(() =>
        [.. Directory.GetFiles(Repository.Notebooks, "*.ipynb").Order(StringComparer.Ordinal).Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())]);

    /// <summary>Some cells of a real notebook, with all their metadata and outputs.</summary>
    public static JsonObject OfRealOne(Dice dice)
    {
        var notebook = dice.Pick(_real.Value).DeepClone().AsObject();
        var cells = notebook["cells"]!.AsArray().Select(cell => cell!.DeepClone()).ToArray();
        dice.Shuffle(cells);
        notebook["cells"] = new JsonArray(cells[..dice.Next(1, Math.Min(8, cells.Length))]);
        return notebook;
    }

    /// <summary>A notebook whose cells end at once; most are not run, so that no kernel has to be started for it.</summary>
    public static JsonObject ThatCanBeRun(Dice dice)
    {
        var isRun = dice.Next(20) == 0;
        var cells = new List<JsonObject> { SampleNotebook.Text("title", "# 题\n\n*一段* `code` [链接](https://example.com)") };
        for (var number = 1; number <= dice.Next(1, 5); number++)
        {
            var outputs = dice.Next(2) == 0 ? "[]" : """[{"name": "stdout", "output_type": "stream", "text": ["一\n", "二"]}]""";
            var cell = SampleNotebook.Code($"code-{number}", dice.Pick(_programs), dice.Next(4) == 0 ? """{"parity": "shape"}""" : "null", outputs);
            if (!isRun)
            {
                cell["metadata"]!["tags"] = new JsonArray("skip-execution");
            }

            cells.Add(cell);
        }

        return SampleNotebook.Of([.. cells]);
    }

    /// <summary>A notebook with an exercise, whose stub lies where it is looked for.</summary>
    public static JsonObject WithExercise() => SampleNotebook.Of(
        SampleNotebook.Text("task", "### 练习 9.1-a：加一"),
        SampleNotebook.Code("answer", Stub, $$"""{"id": "{{Exercise}}", "role": "exercise"}"""),
        SampleNotebook.Text("hint", "<details><summary>提示一</summary>\n\n想想加法。\n\n</details>", $$"""{"id": "{{Exercise}}", "role": "hint"}"""),
        SampleNotebook.Code("check", "1", $$"""{"id": "{{Exercise}}", "role": "check"}"""));

    public const string Stub = "// 练习 9.1-a：加一\nint Next(int n) => n;";

    public static string Text(JsonObject notebook) => NotebookWriter.Write(notebook) + "\n";
}
