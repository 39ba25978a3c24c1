using System.Text.Json.Nodes;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Tests.Running;

/// <summary>What Jupyter's runner does with a notebook, this one does too; and what front ends leave in a file is not the notebook's.</summary>
[Trait("speed", "slow")]
public sealed class JupyterRulesTests : IDisposable
{
    private const string Script = """{"output_type": "display_data", "metadata": {}, "data": {"text/html": ["<script>probeAddresses(['http://192.0.2.2:2048/'])</script>"]}}""";

    private static readonly RunOptions _save = RunOptions.Default with { Mode = OutputMode.Save };
    private static readonly RunOptions _check = RunOptions.Default with { Mode = OutputMode.Check };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Raises_exception_keeps_the_error_as_an_output_and_goes_on()
    {
        var path = Write(Tagged("a", "Console.WriteLine(1); throw new Exception(\"expected\");", "raises-exception"), SampleNotebook.Code("after", "2"));
        var report = await RunAsync(path, _save);

        Assert.Equal([CellVerdict.Passed, CellVerdict.Passed], report.Cells.Select(cell => cell.Verdict));
        Assert.Equal("1\nSystem.Exception: expected\n", report.Cells[0].Output);
        var error = Assert.IsType<ErrorOutput>(Notebook.Load(path).Cells[0].Outputs[^1]);
        Assert.Equal(("System.Exception", "expected"), (error.Name, error.Value));
        Assert.Equal(["System.Exception: expected"], error.Traceback);
        Assert.Equal(CellVerdict.Passed, (await RunAsync(path, _check)).Verdict);
    }

    [Fact]
    public async Task Raises_exception_allows_an_error_and_does_not_ask_for_one()
    {
        var path = Write(Tagged("fine", "1", "raises-exception"), Tagged("wrong", "nowhere", "raises-exception"), SampleNotebook.Code("after", "2"));
        var report = await RunAsync(path, _save);

        Assert.All(report.Cells, cell => Assert.Equal(CellVerdict.Passed, cell.Verdict));
        var error = Assert.IsType<ErrorOutput>(Assert.Single(Notebook.Load(path).Cells[1].Outputs));
        Assert.Equal(("Error", "(1,1): error CS0103: The name 'nowhere' does not exist in the current context"), (error.Name, error.Value));
    }

    [Fact]
    public async Task An_error_that_has_changed_or_gone_is_a_difference_and_the_next_cells_still_run()
    {
        var path = Write(Tagged("a", "throw new Exception(\"one\");", "raises-exception"), SampleNotebook.Code("after", ""));
        await RunAsync(path, _save);

        foreach (var source in new[] { "throw new Exception(\"two\");", "var fine = 1;" })
        {
            var notebook = Notebook.Load(path);
            notebook.Cells[0].ReplaceSource(source);
            var report = await new NotebookRunner(_check, new RecordingObserver()).RunAsync(notebook, TestContext.Current.CancellationToken);
            Assert.Equal([CellVerdict.Failed, CellVerdict.Passed], report.Cells.Select(cell => cell.Verdict));
            Assert.Contains("- System.Exception: one", report.Cells[0].Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Raises_exception_does_not_save_a_kernel_that_is_lost()
    {
        var report = await RunAsync(Write(Tagged("a", "Environment.Exit(3);", "raises-exception")), RunOptions.Default);
        Assert.Equal(CellVerdict.Failed, report.Verdict);
    }

    [Fact]
    public async Task Skip_execution_runs_nothing_leaves_the_outputs_and_the_notebook_has_not_passed()
    {
        const string Stored = """[{"name": "stdout", "output_type": "stream", "text": ["kept"]}]""";
        var path = Write(Tagged("a", "throw new Exception(\"never\");", "skip-execution", Stored), SampleNotebook.Code("after", "2"));
        var report = await RunAsync(path, _save);

        Assert.Equal([CellVerdict.Skipped, CellVerdict.Passed], report.Cells.Select(cell => cell.Verdict));
        Assert.Equal("is tagged skip-execution", report.Cells[0].Reason);
        Assert.Equal(CellVerdict.Skipped, report.Verdict);
        Assert.Equal([new StreamOutput("stdout", "kept")], Notebook.Load(path).Cells[0].Outputs);
    }

    [Theory]
    [InlineData("""{"language_info": {"name": "python"}}""", "is python; only C# is run")]
    [InlineData("""{"kernelspec": {"display_name": "Python 3", "name": "python3"}}""", "is python; only C# is run")]
    public async Task A_notebook_in_another_language_is_skipped_by_its_name(string metadata, string reason)
    {
        var cell = SampleNotebook.Code("a", "print(1)");
        cell["metadata"] = new JsonObject();
        var notebook = SampleNotebook.Of(cell);
        notebook["metadata"] = JsonNode.Parse(metadata);

        var report = await RunAsync(SampleNotebook.Write(_folder, notebook), RunOptions.Default);

        Assert.Equal((CellVerdict.Skipped, reason), (report.Cells[0].Verdict, report.Cells[0].Reason));
    }

    [Theory]
    [InlineData("\"<svg xmlns='http://www.w3.org/2000/svg'><circle r='4' fill='blue'/></svg>\".DisplayAs(\"image/svg+xml\");", "image/svg+xml", "blue", "red")]
    [InlineData("\"iVBORw0KGgo=\".DisplayAs(\"image/png\");", "image/png", "iVBORw0KGgo=", "iVBORw0KGgp=")]
    public async Task A_picture_without_words_is_stored_and_one_that_changes_or_goes_fails(string source, string mime, string before, string after)
    {
        var path = Write(SampleNotebook.Code("a", source));
        await RunAsync(path, _save);

        Assert.Contains(before, Assert.IsType<DisplayOutput>(Assert.Single(Notebook.Load(path).Cells[0].Outputs)).Data[mime], StringComparison.Ordinal);
        Assert.Equal(CellVerdict.Passed, (await RunAsync(path, _check)).Verdict);
        foreach (var changed in new[] { source.Replace(before, after, StringComparison.Ordinal), "" })
        {
            var notebook = Notebook.Load(path);
            notebook.Cells[0].ReplaceSource(changed);
            Assert.Equal(CellVerdict.Failed, (await new NotebookRunner(_check, new RecordingObserver()).RunAsync(notebook, TestContext.Current.CancellationToken)).Verdict);
        }
    }

    [Fact]
    public async Task What_a_front_end_wrote_for_itself_is_ignored_by_check_and_removed_by_save()
    {
        var cell = SampleNotebook.Code("a", "Console.WriteLine(1); 2", outputs: $$$"""
            [{{{Script}}}, {"name": "stdout", "output_type": "stream", "text": ["1\n"]},
             {"output_type": "execute_result", "execution_count": 7, "metadata": {}, "data": {"text/plain": ["2"]}}]
            """);
        cell["execution_count"] = 7;
        cell["metadata"]!["execution"] = new JsonObject { ["iopub.status.busy"] = "2026-11-25T01:02:03Z" };
        cell["metadata"]!["vscode"] = new JsonObject { ["languageId"] = "polyglot-notebook" };
        var text = SampleNotebook.Text("b", "标题");
        text["metadata"]!["vscode"] = new JsonObject { ["languageId"] = "markdown" };
        var path = Write(cell, text);

        Assert.Equal(CellVerdict.Passed, (await RunAsync(path, _check)).Verdict);
        Assert.Contains("192.0.2.2", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await RunAsync(path, _save);

        var saved = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.All(["192.0.2.2", "vscode", "iopub", ": 7"], theirs => Assert.DoesNotContain(theirs, saved, StringComparison.Ordinal));
        Assert.Equal(2, Notebook.Load(path).Cells[0].Outputs.Count);
    }

    [Theory]
    [InlineData(".net-csharp", """{"name": "polyglot-notebook"}""", """{"name":"C#"}""")]
    [InlineData(".net-csharp", """{"name": "C#", "version": "13.0", "pygments_lexer": "csharp"}""", """{"name":"C#"}""")]
    [InlineData(".net-fsharp", """{"name": "F#", "version": "9.0"}""", """{"name":"F#","version":"9.0"}""")]
    public async Task Save_names_the_language_as_the_repository_does(string kernel, string written, string saved)
    {
        var notebook = SampleNotebook.Of(SampleNotebook.Code("a", "1"));
        notebook["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = kernel }, ["language_info"] = JsonNode.Parse(written) };
        var path = SampleNotebook.Write(_folder, notebook);
        await RunAsync(path, _save);
        Assert.Equal(saved, JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!["metadata"]!["language_info"]!.ToJsonString());
    }

    [Fact]
    public async Task A_language_that_only_VS_Code_has_noted_down_stays()
    {
        var cell = SampleNotebook.Code("a", "let x = 1");
        cell["metadata"] = new JsonObject { ["vscode"] = new JsonObject { ["languageId"] = "dotnet-interactive.fsharp" } };
        var path = Write(SampleNotebook.Code("fine", "1"), cell);
        await RunAsync(path, _save);
        Assert.Equal("fsharp", Notebook.Load(path).Cells[1].Language);
    }

    private static JsonObject Tagged(string id, string source, string tag, string outputs = "[]")
    {
        var cell = SampleNotebook.Code(id, source, outputs: outputs);
        cell["metadata"]!["tags"] = new JsonArray(tag);
        return cell;
    }

    private static Task<NotebookReport> RunAsync(string path, RunOptions options) =>
        new NotebookRunner(options, new RecordingObserver()).RunAsync(Notebook.Load(path), TestContext.Current.CancellationToken);

    private string Write(params JsonObject[] cells) => SampleNotebook.Write(_folder, SampleNotebook.Of(cells));
}
