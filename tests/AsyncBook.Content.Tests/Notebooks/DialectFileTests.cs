using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

public sealed class DialectFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notebook_that_keeps_all_the_rules_has_no_faults() =>
        Assert.Empty(Faults(SampleNotebook.Of(
            SampleNotebook.Text("title", "# 1.1", "{\"original\": [\"1.1p1\", \"1.1#1\"]}"),
            SampleNotebook.Code("event-loop", "1", """{"needs": ["redis"], "parity": "exact", "ports": "1.1#1"}"""),
            SampleNotebook.Text("hint-a", "想一想", """{"id": "1.1-a", "role": "hint"}"""))));

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("\n ", "\n  ")]
    [InlineData("}\n", "}")]
    [InlineData("标题", "\\u6807\\u9898")]
    [InlineData("{\n \"cells\"", "\uFEFF{\n \"cells\"")]
    public void A_file_in_another_form_is_found(string before, string after)
    {
        var text = NotebookWriter.Write(SampleNotebook.Of(SampleNotebook.Text("a", "标题"))) + "\n";
        var path = _folder.Write("a.ipynb", text.Replace(before, after, StringComparison.Ordinal));

        var fault = Assert.Single(Dialect.Faults(path));

        Assert.StartsWith("the file is not as Jupyter writes it", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nbformat_minor", "4", "the file is not nbformat 4.5")]
    [InlineData("metadata.kernelspec.name", "\"python3\"", "metadata \"kernelspec\" is not ")]
    [InlineData("metadata.language_info.name", "\"polyglot-notebook\"", "metadata \"language_info\" is not ")]
    [InlineData("metadata.polyglot_notebook", "null", "metadata \"polyglot_notebook\" is not ")]
    [InlineData("metadata.zzz", "{\"b\": 1, \"a\": 2}", "keys are not in the order of the alphabet, in which editors save them: notebook.metadata.zzz")]
    public void Wrong_metadata_of_a_notebook_is_found(string key, string value, string fault)
    {
        var notebook = With(SampleNotebook.Of(), key, value);

        Assert.StartsWith(fault, Assert.Single(Faults(notebook)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"need\": [\"redis\"]}", "asyncbook.need is not known")]
    [InlineData("{\"needs\": [\"postgres\"]}", "asyncbook.needs \"postgres\" is not one of dotnet-11, linux, mysql, python, redis, redis-streams")]
    public void Wrong_needs_of_a_notebook_are_found(string own, string fault)
    {
        var notebook = SampleNotebook.Of();
        notebook["metadata"]!.AsObject().Insert(0, "asyncbook", JsonNode.Parse(own));

        Assert.Equal([fault], Faults(notebook));
    }

    [Theory]
    [InlineData("id", "\"a1b2c3d4\"", "the id is not lower-case words")]
    [InlineData("id", "\"3f2504e0-4f89-11d3-9a0c-0305e82c3301\"", "the id is not lower-case words")]
    [InlineData("id", "\"port-1.1-1\"", "the id is not lower-case words")]
    [InlineData("id", "\"Event_Loop\"", "the id is not lower-case words")]
    [InlineData("id", "null", "the cell has no id")]
    [InlineData("metadata.dotnet_interactive", "null", "metadata \"dotnet_interactive\" is not {\"language\":\"csharp\"}")]
    [InlineData("metadata.polyglot_notebook.kernelName", "\"x\"", "metadata \"polyglot_notebook\" is not {\"kernelName\":\"csharp\"}")]
    [InlineData("execution_count", "7", "execution_count is not null")]
    public void Wrong_fields_of_a_code_cell_are_found(string key, string value, string fault)
    {
        var notebook = SampleNotebook.Of(With(SampleNotebook.Code("c", "1"), key, value));

        Assert.Contains(fault, Assert.Single(Faults(notebook)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"port\": \"1.1#1\"}", "asyncbook.port is not known")]
    [InlineData("{\"needs\": [\"net\"]}", "asyncbook.needs \"net\" is not one of dotnet-11, linux, mysql, python, redis, redis-streams")]
    [InlineData("{\"parity\": \"exact\", \"ports\": \"1.1p1\"}", "asyncbook.ports \"1.1p1\" is not a program of the tutorial")]
    [InlineData("{\"ports\": \"1.1#1\"}", "asyncbook.ports without asyncbook.parity")]
    [InlineData("{\"original\": [\"1.1p1\"]}", "asyncbook.original has no meaning on a code cell")]
    [InlineData("{\"role\": \"exercise\"}", "asyncbook.role and asyncbook.id belong together")]
    [InlineData("{\"id\": \"a\", \"role\": \"exercise\"}", "asyncbook.id \"a\" is not a section and a letter, as in 1.4-a")]
    public void Wrong_metadata_of_our_own_is_found(string own, string fault) =>
        Assert.Equal([$"c: {fault}"], Faults(SampleNotebook.Of(SampleNotebook.Code("c", "1", own))));

    [Theory]
    [InlineData("{\"original\": [\"1.1p7\"]}", "c: asyncbook.original \"1.1p7\" is not a block of the tutorial")]
    [InlineData("{\"parity\": \"shape\"}", "c: asyncbook.parity has no meaning on a markdown cell")]
    [InlineData("{\"parity\": \"same\"}", "cell 1: metadata \"asyncbook.parity\" is \"same\", not one of exact, unordered, shape")]
    public void Wrong_metadata_of_our_own_is_found_on_text_too(string own, string fault) =>
        Assert.Equal([fault], Faults(SampleNotebook.Of(SampleNotebook.Text("c", "1", own))));

    [Theory]
    [InlineData("[{\"ename\": \"E\", \"evalue\": \"v\", \"output_type\": \"error\", \"traceback\": []}]", "an error is stored: E: v")]
    [InlineData("[{\"data\": {\"text/html\": \"<div id='dotnet-interactive-this-cell-9'/>\"}, \"metadata\": {}, \"output_type\": \"display_data\"}]", "a front end's own script or package list is stored: run --save removes it")]
    [InlineData("[{\"data\": {\"text/plain\": \"1\"}, \"execution_count\": 3, \"metadata\": {}, \"output_type\": \"execute_result\"}]", "an output has an execution_count: run --save removes it")]
    [InlineData("[{\"output_type\": \"other\"}]", "an output is of no kind nbformat knows")]
    [InlineData("[{\"name\": \"stdout\", \"output_type\": \"stream\", \"text\": [\"在/root/x\"]}]", "a path of the author's machine is stored: /root/x")]
    [InlineData("[{\"name\": \"stdout\", \"output_type\": \"stream\", \"text\": [\"C:\\\\Users\\\\a\"]}]", "a path of the author's machine is stored: C:\\\\Users\\\\a")]
    public void Stored_outputs_that_do_not_belong_are_found(string outputs, string fault) =>
        Assert.Equal([$"c: {fault}"], Faults(SampleNotebook.Of(SampleNotebook.Code("c", "1", outputs: outputs))));

    [Theory]
    [InlineData("[a](lib/none.cs) ![b](x.svg)", "lib/none.cs", "x.svg")]
    [InlineData("[a](1.2-x.ipynb) [b](3.1-x.ipynb) [c](0-start-here.ipynb) [d](0-x.ipynb)", "1.2-x.ipynb", "3.1-x.ipynb", "0-start-here.ipynb", "0-x.ipynb")]
    [InlineData("[a](../1.2-x.ipynb) [b](../../1.2-x.ipynb)", "../1.2-x.ipynb", "../../1.2-x.ipynb")]
    [InlineData("[a](1.1-other.ipynb) [b](1.1-event-loop.ipynb) [d](https://example.org/x) [e](mailto:a@b.c)", "1.1-other.ipynb")]
    [InlineData("<img src=\"y.png\"> <a href='z'>\n[r]: q.md", "y.png", "z", "q.md")]
    [InlineData("`[a](b)`\n```\n[a](c)\n```\n[a](lib/Show.cs \"title\") [b](lib) [c](%E5%9B%BE.svg)")]
    public void Links_that_lead_nowhere_are_found(string text, params string[] targets)
    {
        _folder.Write("lib/Show.cs", "class Show;");
        _folder.Write("图.svg", "<svg/>");

        Assert.Equal(
            targets.Select(target => $"c: the link to {target} leads nowhere"),
            Faults(SampleNotebook.Of(SampleNotebook.Text("c", text))));
    }

    [Theory]
    [InlineData("1.1-event-loop.ipynb#看见它")]
    [InlineData("#看见它")]
    [InlineData("1.1-event-loop.ipynb#C%23-的等法")]
    [InlineData("#一、用-.Result（坏）")]
    [InlineData("1.1-event-loop.ipynb#c", "leads to a cell, which no front end follows; link to the heading above it")]
    [InlineData("#c", "leads to a cell, which no front end follows; link to the heading above it")]
    [InlineData("1.1-event-loop.ipynb#c-的等法", "is not as Jupyter spells it; write #C%23-的等法")]
    [InlineData("1.1-event-loop.ipynb#看它", "leads to no heading")]
    [InlineData("1.1-event-loop.ipynb#注释", "leads to no heading")]
    [InlineData("#两次", "leads to 2 headings")]
    public void Links_into_a_notebook_that_miss_their_heading_are_found(string target, string? fault = null) =>
        Assert.Equal(
            fault is null ? [] : [$"c: the link to {target} {fault} of 1.1-event-loop.ipynb"],
            Faults(SampleNotebook.Of(SampleNotebook.Text(
                "c",
                $"## 看见它\n\n### C# 的**等法**\n\n### 一、用 `.Result`（坏）\n\n## 两次\n\n## 两次\n\n```python\n# 注释\n```\n\n[a]({target})"))));

    [Theory]
    [InlineData("提示（点开）")]
    [InlineData("提示", "提示")]
    [InlineData("提示（点开）</summary>一</details>\n<details><summary>提示二（打开）", "提示二（打开）")]
    [InlineData("提示（点开）</summary>一</details>\n`<summary>一</summary>`\n<details><summary>（点开）")]
    public void What_is_folded_and_does_not_say_so_is_found(string summary, params string[] found) =>
        Assert.Equal(
            found.Select(text => $"c: <summary>{text}</summary> does not end in （点开）, as classic Jupyter draws no triangle there"),
            Faults(SampleNotebook.Of(SampleNotebook.Text("c", $"<details><summary>{summary}</summary>\n\n一\n\n</details>"))));

    [Theory]
    [InlineData("execution", "{\"iopub.status.busy\": \"2026-11-25T01:02:03Z\"}")]
    [InlineData("vscode", "{\"languageId\": \"polyglot-notebook\"}")]
    public void What_an_editor_notes_down_for_itself_is_found_on_any_cell(string key, string value) => Assert.Equal(
        [$"c: metadata \"{key}\" is an editor's own: run --save removes it", $"t: metadata \"{key}\" is an editor's own: run --save removes it"],
        Faults(SampleNotebook.Of(With(SampleNotebook.Code("c", "1"), $"metadata.{key}", value), With(SampleNotebook.Text("t", "1"), $"metadata.{key}", value)))
            .Where(fault => !fault.StartsWith("keys are not", StringComparison.Ordinal)));

    [Fact]
    public void An_error_that_a_tag_announces_may_be_stored()
    {
        const string Error = "[{\"ename\": \"E\", \"evalue\": \"v\", \"output_type\": \"error\", \"traceback\": []}]";
        Assert.Empty(Faults(SampleNotebook.Of(With(SampleNotebook.Code("c", "1", outputs: Error), "metadata.tags", "[\"raises-exception\"]"))));
    }

    private static JsonObject With(JsonObject json, string path, string value)
    {
        var keys = path.Split('.');
        var parent = keys[..^1].Aggregate((JsonNode)json, (node, key) => node[key]!);
        parent[keys[^1]] = JsonNode.Parse(value);
        return json;
    }

    private IReadOnlyList<string> Faults(JsonObject notebook) =>
        Dialect.Faults(SampleNotebook.Write(_folder, notebook));
}
