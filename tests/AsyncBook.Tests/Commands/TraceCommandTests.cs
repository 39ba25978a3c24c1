using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Commands;

public sealed class TraceCommandTests : IDisposable
{
    private const string Mime = "application/vnd.asyncbook.trace+json";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_steps_of_a_cell_are_printed_a_line_each_and_what_stands_after_it_is_not_run()
    {
        Write();
        var (exitCode, output, errors) = await AsyncBookProcess.RunAsync(_folder.Path, ["trace", "a.ipynb#call"]);
        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["单元格 开始，第 1 行", "单元格：第 1 行", "WorkAsync 开始，别的单元格里；调用它的是 单元格", "WorkAsync 打印：1", "WorkAsync 结束", "单元格 结束"],
            output.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task What_a_cell_prints_steers_no_terminal()
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("print", """Console.WriteLine("\u001b]52;c;AA\u0007\u001b[31mred\u009b");""")), "c.ipynb");
        var (exitCode, output, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["trace", "c.ipynb#print"]);
        Assert.Equal(0, exitCode);
        Assert.Contains("打印：red", output, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u0000-\u0009\u000b-\u001f\u007f-\u009f]", output);
    }

    [Fact]
    public async Task As_json_the_trace_is_one_line_of_the_schema()
    {
        Write();
        var (_, output, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["trace", "a.ipynb#declare", "--json"]);
        Assert.Equal("csharp", JsonNode.Parse(output)!["language"]!.GetValue<string>());
        Assert.NotEmpty(JsonNode.Parse(output)!["steps"]!.AsArray());
    }

    [Theory]
    [InlineData("a.ipynb", "names no cell")]
    [InlineData("b.ipynb#call", "there is no such notebook")]
    [InlineData("a.ipynb#other", "it has declare, call, fails")]
    public async Task What_is_not_there_is_named(string cell, string message)
    {
        Write();
        var (exitCode, _, errors) = await AsyncBookProcess.RunAsync(_folder.Path, ["trace", cell]);
        Assert.Equal(2, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_throws_shows_its_steps_and_gives_1()
    {
        Write();
        var (exitCode, output, errors) = await AsyncBookProcess.RunAsync(_folder.Path, ["trace", "a.ipynb#fails"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("单元格 抛出 Exception: boom", output, StringComparison.Ordinal);
        Assert.Contains("at a.ipynb#fails:1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_stores_the_steps_of_marked_cells_once_and_check_compares_them()
    {
        Write(throws: false);
        var path = Path.Combine(_folder.Path, "a.ipynb");
        Assert.Equal(0, (await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb", "--save"])).ExitCode);
        var saved = await File.ReadAllTextAsync(path);
        Assert.Equal(
            [true, false, false],
            Notebook.Load(path).Cells.Select(cell => cell.Outputs.OfType<DisplayOutput>().Any(display => display.Data[Mime] is not null)));

        Assert.Equal(0, (await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb", "--save"])).ExitCode);
        Assert.Equal(saved, await File.ReadAllTextAsync(path));
        Assert.Equal(0, (await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb", "--check"])).ExitCode);
        Assert.Equal(0, (await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb", "--check", "--trace"])).ExitCode);

        await File.WriteAllTextAsync(path, saved.Replace("await WorkAsync();", "\\nawait WorkAsync();", StringComparison.Ordinal));
        var (exitCode, output, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb", "--check"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("its steps differ from the stored ones", output, StringComparison.Ordinal);
    }

    private void Write(bool throws = true)
    {
        var declare = SampleNotebook.Code("declare", "async Task WorkAsync()\n{\n    Console.WriteLine(1);\n}\nawait WorkAsync();", own: """{"trace": true}""");
        SampleNotebook.Write(
            _folder,
            SampleNotebook.Of(declare, SampleNotebook.Code("call", "await WorkAsync();"), SampleNotebook.Code("fails", throws ? "throw new Exception(\"boom\");" : "2")),
            "a.ipynb");
    }
}
