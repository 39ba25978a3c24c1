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
        Assert.Contains("// ══ later: not part of the program (dotnet-11, csharp) ══\n// Console.WriteLine(\"eleven\");\n", program, StringComparison.Ordinal);
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
        return File.ReadAllText(Assert.Single(ExportFolder.Write(_folder["out"], [Notebook.Load(_folder["a.ipynb"])])));
    }
}
