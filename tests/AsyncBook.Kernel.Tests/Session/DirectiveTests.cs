namespace AsyncBook.Kernel.Tests;

public sealed class DirectiveTests(SessionFixture fixture) : IClassFixture<SessionFixture>
{
    private const string Hint = "this kernel runs the notebooks' dialect; `--kernel interactive` runs all of it";
    private readonly TemporaryFolder _folder = fixture.Folder;
    private readonly TestSession _session = fixture.Session;

    [Theory]
    [InlineData("#!nonsense here\ndisplay(1);", "#!nonsense", "1,1")]
    [InlineData("#!set --name y --value 5", "#!set", "1,1")]
    [InlineData("#!quit", "#!quit", "1,1")]
    [InlineData("display(1);\n#!who", "#!who", "2,1")]
    [InlineData("// comment\r\n  #!time\r\ndisplay(1);", "#!time", "2,3")]
    [InlineData("#!/usr/bin/env dotnet\ndisplay(1);", "#!/usr/bin/env", "1,1")]
    [InlineData("#!", "#!", "1,1")]
    [InlineData("#!fsharp\nlet x = 1", "#!fsharp", "1,1")]
    [InlineData("void F()\n{\n#!time\n}\ndisplay(1);", "#!time", "3,1")]
    public void A_directive_it_does_not_know_fails_the_cell_by_name_and_nothing_runs(string code, string directive, string place)
    {
        var trace = _session.Run(code, "n.ipynb#c");
        Assert.Equal($"n.ipynb#c({place}): error DNI101: Unknown magic command '{directive}': {Hint}", trace.Failure);
        Assert.Empty(trace.Words);
    }

    [Theory]
    [InlineData("@\"\n#!who\n\".Length", "7")]
    [InlineData("\"\"\"\n#!who\n#r \"nuget: No.Such.Package, 1.0.0\"\n\"\"\".Length", "40")]
    [InlineData("var n = 1;\n$@\"{n}\n#!who\n\".Length", "8")]
    [InlineData("/*\n#!who\n#!import x.cs\n*/ 1", "1")]
    [InlineData("// #!who\n1", "1")]
    [InlineData("1 // #!who", "1")]
    public void What_only_looks_like_a_directive_is_left_alone(string code, string value) =>
        Assert.Equal("value:" + value, _session.Run(code).Words);

    [Theory]
    [InlineData("#!csharp\n1")]
    [InlineData("var a = 1;\n#!c#\na")]
    [InlineData("#region r\n1\n#endregion")]
    [InlineData("#i \"nuget:https://feed.example/v3/index.json\"\n1")]
    [InlineData("#pragma warning disable CS0168\nint unused;\n1")]
    public void Directives_of_the_dialect_and_of_the_language_go_on_working(string code) =>
        Assert.Equal("value:1", _session.Run(code).Words);

    [Theory]
    [InlineData("#!import")]
    [InlineData("#!import \"\"")]
    [InlineData("#!import   ")]
    public void An_import_without_a_file_fails(string code) =>
        Assert.Equal("n.ipynb#c(1,1): error DNI104: #!import names no file; write #!import lib/File.cs", _session.Run(code, "n.ipynb#c").Failure);

    [Theory]
    [InlineData("A$(B), 1.0.0")]
    [InlineData("A@(B), 1.0.0")]
    [InlineData("A%3BB, 1.0.0")]
    [InlineData("A;B, 1.0.0")]
    [InlineData("A'B, 1.0.0")]
    [InlineData("../A, 1.0.0")]
    [InlineData("A B")]
    [InlineData(", 1.0")]
    [InlineData("")]
    [InlineData("Newtonsoft.Json, $(Version)")]
    [InlineData("Newtonsoft.Json, 1.0;2.0")]
    [InlineData("Newtonsoft.Json, x.y")]
    [InlineData("Newtonsoft.Json, [1.0")]
    [InlineData("Newtonsoft.Json, 1.0, 2.0")]
    [InlineData("Newtonsoft.Json, [,]")]
    public void A_package_that_cannot_be_one_is_refused_with_its_cell_and_line(string specification)
    {
        var trace = _session.Run($"// 标题\n#r \"nuget: {specification}\"\ndisplay(1);", "n.ipynb#c");
        Assert.StartsWith("n.ipynb#c(2,1): error DNI108: #r \"nuget:", trace.Failure, StringComparison.Ordinal);
        Assert.EndsWith("write #r \"nuget: Id, exact.version\"", trace.Failure, StringComparison.Ordinal);
        Assert.Empty(trace.Words);
    }

    [Theory]
    [InlineData("#i \"nuget: no-such-folder\"")]
    [InlineData("#i \"nuget: ftp://feed.example/\"")]
    [InlineData("#i \"nuget:\"")]
    [InlineData("#i nuget")]
    public void A_source_that_cannot_be_one_is_refused(string code) =>
        Assert.Contains("write #i \"nuget: ", _session.Run(code).Failure, StringComparison.Ordinal);

    [Fact]
    public void A_file_beside_the_notebook_is_loaded_and_the_cell_keeps_its_value()
    {
        _folder.Write("helper.cs", "int Three() => 3;");
        Assert.Equal("value:3", _session.Run("#load \"helper.cs\"\nThree()").Words);
        _folder.Write("lib/outer.csx", "#load \"inner.csx\"\nint Outer() => Inner();");
        _folder.Write("lib/inner.csx", "int Inner()\n{\n    throw new Exception(\"inner\");\n}");
        Assert.Equal("System.Exception: inner\n   at lib/inner.csx:3\n   at lib/outer.csx:2\n   at test.ipynb#cell:2", _session.Run("#load \"lib/outer.csx\"\nOuter()").Failure);
    }

    [Fact]
    public void A_file_that_loads_itself_is_loaded_once()
    {
        _folder.Write("self.csx", "#load \"self.csx\"\nint Self() => 4;");
        Assert.Equal("value:4", _session.Run("#load \"self.csx\"\nSelf()").Words);
    }

    [Fact]
    public void A_file_that_cannot_be_loaded_is_the_only_error() =>
        Assert.Equal("test.ipynb#cell(1,7): error CS1504: Source file 'none.cs' could not be opened -- Could not find file.", _session.Run("#load \"none.cs\"\nThree()").Failure);

    [Theory]
    [InlineData("text")]
    [InlineData("")]
    [InlineData("MZ and no more")]
    public void A_file_that_is_no_assembly_is_named_with_its_line(string content)
    {
        _folder.Write("no.dll", content);
        var trace = _session.Run("// 标题\n#r \"no.dll\"\nUnknown()", "n.ipynb#c");
        Assert.StartsWith("n.ipynb#c(2,1): error CS0009: Metadata file '", trace.Failure, StringComparison.Ordinal);
        Assert.Contains("no.dll' could not be opened", trace.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', trace.Failure!);
    }

    [Theory]
    [InlineData("new[] { 1, 2 }.DisplayTable();", "CS1061")]
    [InlineData("HTML(\"<b>x</b>\")", "CS0103")]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting; Formatter.Register<DateTime>(d => \"D!\", \"text/plain\");", "CS0103")]
    [InlineData("using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags; b(\"hi\")", "CS0234")]
    [InlineData("Kernel.Root.ToString()", "CS0103")]
    [InlineData("Microsoft.DotNet.Interactive.Kernel.HTML(\"x\")", "CS0117")]
    public void What_only_the_real_kernel_has_is_said_to_be_there(string code, string error)
    {
        var failure = _session.Run(code).Failure;
        Assert.Contains(error, failure, StringComparison.Ordinal);
        Assert.EndsWith("\nT" + Hint[1..] + ".", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_nobody_gets_no_hint() =>
        Assert.DoesNotContain("dialect", _session.Run("Nowhere()").Failure, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"a\fb\".Length", "3")]
    [InlineData("@\"a\r\nb\".Length", "4")]
    [InlineData("@\"a\rb\".Length", "3")]
    [InlineData("\"\"\"\r\na\r\nb\r\n\"\"\".Length", "4")]
    [InlineData("#!csharp\r\n@\"a\r\nb\".Length", "4")]
    [InlineData("@\"a\n\n\".Length", "3")]
    public void Every_character_of_a_literal_reaches_the_compiler(string code, string length) =>
        Assert.Equal("value:" + length, _session.Run(code).Words);

    [Theory]
    [InlineData("#!csharp\r\n\r\nnowhere", "3,1")]
    [InlineData("#!csharp\r\rnowhere", "3,1")]
    [InlineData("#!csharp\n\"\f\".ToString();\n nowhere", "3,2")]
    public void Lines_are_counted_as_the_reader_counts_them(string code, string place) =>
        Assert.StartsWith($"test.ipynb#cell({place}): error CS0103", _session.Run(code).Failure, StringComparison.Ordinal);
}
