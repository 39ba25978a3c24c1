using System.Text.Json.Nodes;
using AsyncBook.Exporting;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Exporting;

/// <summary>A notebook as a program: its text, and what is refused. That real notebooks print their outputs is tested with them.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Prose_becomes_comments_cells_stay_in_order_and_types_go_to_the_end()
    {
        var program = Export(
            SampleNotebook.Text("intro", "# 标题\n\n一段话。"),
            SampleNotebook.Code("packages", "#r \"nuget: StackExchange.Redis, [3.4.35]\"\nusing System.Threading;"),
            SampleNotebook.Code("type", "// 类型\nrecord Point(int X);\nvar point = new Point(1);"),
            SampleNotebook.Code("show", "Console.WriteLine(point.X);"));
        Assert.StartsWith("#!/usr/bin/env dotnet\n// asyncbook export: a.ipynb\n", program, StringComparison.Ordinal);
        Assert.Contains("\n#:package StackExchange.Redis@3.4.35\n", program, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            // # 标题
            //
            // 一段话。

            // ══ packages ══


            // ══ type ══
            var point = new Point(1);

            // ══ show ══
            Console.WriteLine(point.X);

            // ══ types of type ══
            // 类型
            record Point(int X);

            """.ReplaceLineEndings("\n"), program, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_declared_anew_becomes_another_or_its_cell_a_function()
    {
        var program = Export(
            SampleNotebook.Code("first", "var n = 1;"),
            SampleNotebook.Code("use", "Console.WriteLine(n);"),
            SampleNotebook.Code("again", "var n = \"two\";"),
            SampleNotebook.Code("use-again", "Console.WriteLine(n + n.Length);"),
            SampleNotebook.Code("alone", "int n = 3;\nConsole.WriteLine(n);"));
        Assert.Contains("var n = 1;", program, StringComparison.Ordinal);
        Assert.Contains("var n2 = \"two\";", program, StringComparison.Ordinal);
        Assert.Contains("Console.WriteLine(n2 + n2.Length);", program, StringComparison.Ordinal);
        Assert.Contains("Cell_alone();\nvoid Cell_alone()\n{\n    int n = 3;\n    Console.WriteLine(n);\n}\n", program, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_behind_one_that_waits_begins_on_the_cells_own_thread_as_in_a_kernel()
    {
        var program = Export(
            SampleNotebook.Code("waits", "await Task.Delay(1);"),
            SampleNotebook.Code("next", "Console.WriteLine(1);"),
            SampleNotebook.Code("third", "Console.WriteLine(2);"));
        Assert.Contains("// ══ waits ══\nawait NotebookThread.Begin();\nawait Task.Delay(1);\n", program, StringComparison.Ordinal);
        Assert.Contains("// ══ next ══\nawait NotebookThread.Begin();\nConsole.WriteLine(1);\n", program, StringComparison.Ordinal);
        Assert.Contains("// ══ third ══\nConsole.WriteLine(2);\n", program, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_in_which_nothing_waits_needs_no_thread() =>
        Assert.DoesNotContain("NotebookThread", Export(SampleNotebook.Code("a", "Console.WriteLine(1);")), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_part_of_the_program_stands_in_it_as_a_comment_with_the_reason()
    {
        var program = Export(SampleNotebook.Code("a", "1"), SampleNotebook.Code("later", "Console.WriteLine(\"eleven\");", """{"needs": ["dotnet-11"]}"""));
        Assert.Contains("// ══ later: not part of the program: it needs .NET 11, and the program is made for .NET 10 ══\n// Console.WriteLine(\"eleven\");\n", program, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!time\nvar n = 1;", "{}", null, "it uses #!time, which only a kernel has")]
    [InlineData("var n = 1;\ndisplay(n);", "{}", null, "it uses display, which only a kernel has")]
    [InlineData("var n = 1;\n\"<b>1</b>\".DisplayAs(\"text/html\");", "{}", null, "it uses text/html, which only a kernel has")]
    [InlineData("var n = 1;\nKernelInvocationContext.Current.ToString();", "{}", null, "it uses KernelInvocationContext, which only a kernel has")]
    [InlineData("var n = 1;\nthrow new Exception();", "{}", "raises-exception", "it ends in an exception on purpose (raises-exception), and so would the program")]
    [InlineData("var n = 1;", "{}", "skip-execution", "it is marked as never run (skip-execution)")]
    [InlineData("var n = 1;", """{"needs": ["dotnet-11"]}""", null, "it needs .NET 11, and the program is made for .NET 10")]
    public void A_cell_for_a_kernel_alone_is_left_out_with_what_builds_on_it_and_the_rest_is_a_program(string source, string own, string? tag, string why)
    {
        var cell = SampleNotebook.Code("only", source, own);
        if (tag is not null)
        {
            cell["metadata"]!["tags"] = new JsonArray(tag);
        }

        SampleNotebook.Write(_folder, SampleNotebook.Of(
            SampleNotebook.Code("before", "var free = 0;"),
            cell,
            SampleNotebook.Code("builds", "var more = n + 1;"),
            SampleNotebook.Code("builds-on", "Console.WriteLine(more);"),
            SampleNotebook.Code("anew", "var n = 7;"),
            SampleNotebook.Code("after", "Console.WriteLine(free + n);")), "a.ipynb");
        var program = Assert.Single(ExportFolder.Write(_folder["out"], [Notebook.Load(_folder["a.ipynb"])]));
        Assert.Equal(
            [("only", why), ("builds", "it uses n of cell only, which is not part of it either"), ("builds-on", "it uses more of cell builds, which is not part of it either")],
            program.Missing.Select(missing => (missing.Cell.Id, missing.Why)));
        var text = File.ReadAllText(program.Path);
        Assert.Contains($"// ══ only: not part of the program: {why} ══\n// {source.Split('\n')[0]}\n", text, StringComparison.Ordinal);
        Assert.Contains("// var more = n + 1;\n", text, StringComparison.Ordinal);
        Assert.Contains("\nvar n = 7;\n", text, StringComparison.Ordinal);
        Assert.Contains("\nConsole.WriteLine(free + n);\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_cell_ends_in_is_printed_as_a_kernel_shows_it()
    {
        var program = Export(SampleNotebook.Code("value", "var n = 1;\nn + 1 // two"), SampleNotebook.Code("call", "Console.WriteLine(n)"));
        Assert.Contains("\nConsole.WriteLine(n + 1); // two\n", program, StringComparison.Ordinal);
        Assert.Contains("\nConsole.WriteLine(n);\n", program, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "a.ipynb, cell later is not part of the program: it needs .NET 11")]
    [InlineData("zh", "a.ipynb 的单元格 later 不在程序里：它要 .NET 11")]
    public async Task The_command_names_what_it_left_out_in_either_language(string language, string said)
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "Console.WriteLine(1);"), SampleNotebook.Code("later", "Console.WriteLine(11);", """{"needs": ["dotnet-11"]}""")), "a.ipynb");
        var (exitCode, output, _) = await AsyncBookProcess.RunAsync(_folder.Path, ["export", "a.ipynb", "--out", "out"], [("ASYNCBOOK_LANG", language)]);
        Assert.Equal(0, exitCode);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "there is no program in it")]
    [InlineData("zh", "写不成程序")]
    public async Task The_command_refuses_what_is_no_program_in_either_language(string language, string said)
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("later", "Console.WriteLine(11);", """{"needs": ["dotnet-11"]}""")), "a.ipynb");
        var (exitCode, _, errors) = await AsyncBookProcess.RunAsync(_folder.Path, ["export", "a.ipynb", "--out", "out"], [("ASYNCBOOK_LANG", language)]);
        Assert.Equal(2, exitCode);
        Assert.Contains("a.ipynb", errors, StringComparison.Ordinal);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void What_cannot_be_read_is_refused_with_its_cell()
    {
        var error = Assert.Throws<FormatException>(() => Export(SampleNotebook.Code("broken", "int = 1;")));
        Assert.Matches("a.ipynb, cell broken: this is no C# that can stand in a program: .*CS", error.Message);
    }

    [Fact]
    public void An_import_that_is_not_there_is_refused_with_its_name()
    {
        var error = Assert.Throws<FormatException>(() => Export(SampleNotebook.Code("a", "#!import lib/Missing.cs")));
        Assert.Contains("a.ipynb: #!import lib/Missing.cs: there is no such C# file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notebook_in_which_nothing_runs_is_refused()
    {
        var error = Assert.Throws<FormatException>(() => Export(SampleNotebook.Text("a", "words")));
        Assert.Contains("there is no program in it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_no_export_wrote_is_left_alone_and_nothing_is_written()
    {
        _folder.Write("out/a.cs", "mine");
        Assert.Throws<IOException>(() => Export(SampleNotebook.Code("a", "1")));
        Assert.Equal("mine", File.ReadAllText(_folder["out/a.cs"]));
        Assert.Equal(["a.cs"], Directory.GetFileSystemEntries(_folder["out"]).Select(Path.GetFileName));
    }

    private string Export(params JsonObject[] cells)
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(cells), "a.ipynb");
        return File.ReadAllText(Assert.Single(ExportFolder.Write(_folder["out"], [Notebook.Load(_folder["a.ipynb"])])).Path);
    }
}
