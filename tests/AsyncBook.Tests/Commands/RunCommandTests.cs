using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AsyncBook.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Trait("speed", "slow")]
    [Fact]
    public async Task Without_arguments_the_folder_notebooks_is_run_and_ends_in_a_table()
    {
        Write("notebooks/a.ipynb", "Console.WriteLine(\"你好\");");
        Write("notebooks/b.ipynb", "1");
        var (exitCode, output, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["run"]);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"a\.ipynb +1 cells +[\d.]+ s +passed", output);
        Assert.Contains("2 notebooks passed, 0 failed, 0 skipped", output, StringComparison.Ordinal);
        Assert.Contains("2 cells passed, 0 failed, 0 skipped", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Trait("speed", "slow")]
    [Fact]
    public async Task Verbose_shows_each_cells_title_and_output_with_notebooks_kept_together()
    {
        Write("a.ipynb", "// 甲\nfor (var i = 0; i < 5; i++) { Console.WriteLine($\"a{i}\"); await Task.Delay(100); }");
        Write("b.ipynb", "// 乙\nfor (var i = 0; i < 5; i++) { Console.WriteLine($\"b{i}\"); await Task.Delay(100); }");
        var (_, output, _) = await AsyncBookInProcess.RunAsync("run", _folder.Path, "--verbose", "--jobs", "2");
        Assert.Contains("甲", output, StringComparison.Ordinal);
        var printed = string.Concat(output.Split('\n').Select(line => line.Trim()).Where(line => line is ['a' or 'b', >= '0' and <= '4']));
        Assert.True(printed is "a0a1a2a3a4b0b1b2b3b4" or "b0b1b2b3b4a0a1a2a3a4", printed);
    }

    [Trait("speed", "slow")]
    [Fact]
    public async Task A_failure_gives_1_with_what_the_cell_had_printed()
    {
        Write("a.ipynb", "Console.WriteLine(\"before\"); throw new Exception(\"boom\");");
        var (exitCode, output, _) = await AsyncBookInProcess.RunAsync("run", _folder["a.ipynb"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("a.ipynb#cell", output, StringComparison.Ordinal);
        Assert.Contains("before", output, StringComparison.Ordinal);
        Assert.Contains("at a.ipynb#cell:1", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "--no-such-option")]
    [InlineData("run", "--timeout", "0")]
    [InlineData("run", "--timeout", "soon")]
    [InlineData("run", "--jobs", "0")]
    [InlineData("run", "--kernel", "other")]
    [InlineData("run", "--save", "--check")]
    [InlineData("walk")]
    public async Task Bad_usage_gives_2_and_points_to_the_help(params string[] arguments)
    {
        var (exitCode, _, errors) = await AsyncBookInProcess.RunAsync(arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains("--help", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.ipynb", "")]
    [InlineData("text.ipynb", "hello")]
    [InlineData("cut.ipynb", "{\"cells\": [")]
    [InlineData("old.ipynb", "{\"nbformat\": 3, \"worksheets\": []}")]
    public async Task An_unreadable_notebook_gives_2_with_one_line_that_names_it_and_nothing_is_run(string name, string text)
    {
        Write("good.ipynb", "Console.WriteLine(\"ran\");");
        _folder.Write(name, text);
        var (exitCode, output, errors) = await AsyncBookInProcess.RunAsync("run", _folder.Path);
        Assert.Equal(2, exitCode);
        Assert.Contains(name, Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("", output);
    }

    [Fact]
    public async Task Outside_the_repository_it_says_where_it_looked_and_what_to_do()
    {
        var (exitCode, _, errors) = await AsyncBookProcess.RunAsync(_folder.Path, ["run"]);
        Assert.Equal(2, exitCode);
        Assert.Matches($@"^notebooks: .*looked in \S*{Path.GetFileName(_folder.Path)}\. Go to the folder of the AsyncBook repository", errors);
    }

    [Fact]
    public async Task A_reason_is_said_once_with_three_of_the_cells_it_stopped_and_their_number()
    {
        // A feed of its own, which answers without a network, too.
        _folder.Write("nuget.config", $"""<configuration><packageSources><clear /><add key="empty" value="{Directory.CreateDirectory(_folder["feed"]).FullName}" /></packageSources></configuration>""");
        SampleNotebook.Write(_folder, SampleNotebook.Of(
            [SampleNotebook.Code("first", "#r \"nuget: AsyncBook.No.Such.Package, 1.0.0\""), .. Enumerable.Range(2, 29).Select(i => SampleNotebook.Code($"cell-{i}", "1"))]), "a.ipynb");
        var (_, output, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb"], ("ASYNCBOOK_REQUIRE", ""));
        Assert.Contains("first, cell-2, cell-3, … (30 cells): NU1101", output, StringComparison.Ordinal);
        Assert.DoesNotContain("cell-4", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "--verbose")]
    [InlineData("run", "--check")]
    public async Task What_a_cell_prints_never_steers_the_terminal(params string[] arguments)
    {
        Write("a.ipynb", "// \u001b]0;t\nConsole.Write(\"\\u001b[31mred\\u001b[0m \\u001b]0;title\\u0007 \\u009b2J\\b\\u202e\"); throw new Exception(\"\\u001b[2J boom\");");
        var (exitCode, output, errors) = await AsyncBookProcess.RunAsync(_folder.Path, [.. arguments, "a.ipynb"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("red", output, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u001b\u0007\b\u009b\u202e]", output + errors);
    }

    [Fact]
    public async Task A_path_that_is_not_there_gives_2()
    {
        var (exitCode, _, errors) = await AsyncBookInProcess.RunAsync("run", _folder["nowhere.ipynb"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("nowhere.ipynb", errors, StringComparison.Ordinal);
    }

    [Trait("speed", "slow")]
    [Fact]
    public async Task A_skip_gives_0_and_3_where_everything_is_required()
    {
        Write("a.ipynb", "#r \"nuget: AsyncBook.No.Such.Package, 1.0.0\"");
        var (exitCode, output, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb"], ("ASYNCBOOK_REQUIRE", ""));
        Assert.Equal(0, exitCode);
        Assert.Contains("AsyncBook.No.Such.Package", output, StringComparison.Ordinal);

        (exitCode, _, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb"], ("ASYNCBOOK_REQUIRE", "all"));
        Assert.Equal(3, exitCode);
    }

    [Trait("speed", "slow")]
    [Theory]
    [InlineData()]
    [InlineData("--verbose")]
    public async Task A_notebook_of_which_a_part_is_skipped_has_not_passed_and_its_cells_are_counted(params string[] options)
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(
            SampleNotebook.Code("a", "1"), SampleNotebook.Code("b", "#r \"nuget: AsyncBook.No.Such.Package, 1.0.0\""), SampleNotebook.Code("c", "2"), SampleNotebook.Code("d", "3")), "a.ipynb");
        var (exitCode, output, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb", "--trx", "run.trx", .. options], ("ASYNCBOOK_REQUIRE", ""));
        Assert.Equal(0, exitCode);
        Assert.Matches(@"a\.ipynb +4 cells, 3 skipped +[\d.]+ s +skipped", output);
        Assert.Single(Regex.Matches(output, @"skipped a\.ipynb b, c, d: NU1101"));
        Assert.Contains("0 notebooks passed, 0 failed, 1 skipped", output, StringComparison.Ordinal);
        Assert.Contains("1 cells passed, 0 failed, 3 skipped", output, StringComparison.Ordinal);
        var counters = XDocument.Load(_folder["run.trx"]).Descendants().Single(element => element.Name.LocalName == "Counters");
        Assert.Equal((4, 1, 3), ((int)counters.Attribute("total")!, (int)counters.Attribute("passed")!, (int)counters.Attribute("notExecuted")!));
    }

    [Trait("speed", "slow")]
    [Fact]
    public async Task A_cell_whose_lines_run_together_gets_a_hint_that_names_file_and_cell()
    {
        var bad = SampleNotebook.Code("bad", "");
        bad["source"] = new System.Text.Json.Nodes.JsonArray("var a = 1", "var b = 2;\n", "a + b");
        SampleNotebook.Write(_folder, SampleNotebook.Of(bad), "bad.ipynb");
        var swallowed = SampleNotebook.Code("swallowed", "");
        swallowed["source"] = new System.Text.Json.Nodes.JsonArray("// title", "throw new Exception(\"never\");");
        SampleNotebook.Write(_folder, SampleNotebook.Of(swallowed), "swallowed.ipynb");
        Write("fine.ipynb", "var a = 1;\na");

        var (exitCode, output, _) = await AsyncBookInProcess.RunAsync("run", _folder.Path);
        var text = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(1, exitCode);
        Assert.Contains("hint: in bad.ipynb, 1 of bad's lines lack the \\n at their end", text, StringComparison.Ordinal);
        Assert.Contains("hint swallowed.ipynb#swallowed in swallowed.ipynb, 1 of swallowed's lines", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fine's lines", text, StringComparison.Ordinal);
    }

    [Trait("speed", "slow")]
    [Fact]
    public async Task The_results_can_be_written_for_a_ci_service()
    {
        Write("a.ipynb", "1");
        await AsyncBookInProcess.RunAsync("run", _folder["a.ipynb"], "--trx", _folder["results/run.trx"]);
        var names = XDocument.Load(_folder["results/run.trx"]).Descendants().Where(element => element.Name.LocalName == "UnitTestResult").Select(element => (string?)element.Attribute("testName"));
        Assert.Equal(["a.ipynb#cell"], names);
    }

    [Fact]
    public async Task The_help_names_the_exit_codes()
    {
        var (exitCode, output, _) = await AsyncBookInProcess.RunAsync("run", "--help");
        Assert.Equal(0, exitCode);
        Assert.Contains("Exit codes:", output, StringComparison.Ordinal);
        Assert.Contains("ASYNCBOOK_REQUIRE", output, StringComparison.Ordinal);
    }

    [Trait("speed", "slow")]
    [Fact]
    public async Task Ctrl_C_stops_everything_and_leaves_no_process_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a signal to send");
        var marker = _folder["pid"];
        Write("a.ipynb", $"System.IO.File.WriteAllText(\"{marker}.tmp\", Environment.ProcessId.ToString()); System.IO.File.Move(\"{marker}.tmp\", \"{marker}\"); while (true) {{ }}");
        using var asyncbook = AsyncBookProcess.Start(_folder.Path, ["run", "a.ipynb"]);
        for (var wait = Stopwatch.StartNew(); !File.Exists(marker);)
        {
            Assert.True(wait.Elapsed < TimeSpan.FromMinutes(1), "the cell did not start within a minute");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var clock = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-INT", asyncbook.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // It may take two seconds; the test allows thirty, for a machine that is busy.
        var (exitCode, _, errors) = await asyncbook.EndAsync();
        Assert.Equal(130, exitCode);
        Assert.Contains("stopped", errors, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
        var kernel = int.Parse(await File.ReadAllTextAsync(marker, TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(kernel));
    }

    private void Write(string name, string source) =>
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("cell", source)), name);
}
