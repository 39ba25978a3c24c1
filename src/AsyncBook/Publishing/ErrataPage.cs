using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>The page of the tutorial's errors, made of what the notebooks say of them.</summary>
internal static partial class ErrataPage
{
    /// <summary>Its path from the notebooks' folder.</summary>
    public const string Source = "reference/errata.ipynb";

    private const string Metadata =
        """
        {
          "kernelspec": {"display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp"},
          "language_info": {"name": "C#"},
          "polyglot_notebook": {
            "kernelInfo": {"defaultKernelName": "csharp", "items": [{"aliases": [], "languageName": "csharp", "name": "csharp"}]}
          }
        }
        """;

    /// <summary>The text of the page's file.</summary>
    /// <param name="folder">The notebooks' folder.</param>
    /// <exception cref="NotebookFormatException">A notebook cannot be read, or an error is written in another form.</exception>
    public static string Compose(string folder)
    {
        var sections = Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal)
            .Select(Notebook.Load)
            .Select(notebook => (Notebook: notebook, Passages: ErrataReader.Find(notebook)))
            .Where(section => section.Passages.Count > 0)
            .ToList();
        var count = sections.Sum(section => section.Passages.Sum(passage => passage.Count));
        var page = new JsonObject
        {
            ["cells"] = new JsonArray(
            [
                Cell("header", Header(count)),
                .. sections.Select(section => Cell($"errata-{section.Notebook.Name.Split('-')[0].Replace('.', '-')}", Section(section.Notebook, section.Passages))),
            ]),
            ["metadata"] = JsonNode.Parse(Metadata),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        return NotebookWriter.Write(page) + "\n";
    }

    private static string Header(int count) =>
        $"""
        # 勘误表

        [← 对照表](comparison.ipynb) | [目录](../0-start-here.ipynb) | [术语表 →](glossary.ipynb)

        教程里的错，全在这一页，一共 {count} 条。原文照抄，一个字也不改；错在哪里，写在各节每段原文下面的“勘误”里。

        怎样读：`1.4p2` 是 1.4 的第 2 段话，`1.4#2` 是 1.4 的第 2 段程序。点它，就到那一节里离它最近的标题，原文在标题下面。条文里的“上面”“下面”“后面”，说的是那一节。

        这一页是从各节收集来的，**不要改它**。要改，就改那一节，然后在仓库的根目录里运行 `dotnet run --project src/AsyncBook -- errata`。
        """.ReplaceLineEndings("\n");

    private static string Section(Notebook notebook, IReadOnlyList<ErrataPassage> passages) => string.Join(
        "\n\n",
        passages.Select(passage =>
            $"[原文 {string.Join("、", passage.Blocks)}](../{notebook.Name}{Anchor(passage)})\n\n{Moved(passage.Text, notebook.Name)}")
            .Prepend($"## {notebook.Cells[0].Title}"));

    private static string Anchor(ErrataPassage passage) =>
        passage.Heading is { } heading ? HeadingAnchor.Link(HeadingAnchor.From(heading)) : "";

    // The page stands one folder deeper than the notebooks.
    private static string Moved(string text, string source) => RelativeLink().Replace(
        text, link => "](../" + (link.Groups["target"].Value is ['#', ..] ? source : "") + link.Groups["target"].Value);

    private static JsonObject Cell(string id, string source) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["source"] = MultilineText.Write(source),
    };

    [GeneratedRegex(@"\]\((?![A-Za-z][A-Za-z0-9+.-]*:|//)(?<target>[^)\s]+)")]
    private static partial Regex RelativeLink();
}
