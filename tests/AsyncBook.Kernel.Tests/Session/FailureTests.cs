using AsyncBook.Kernels;

namespace AsyncBook.Kernel.Tests;

public sealed class FailureTests(SessionFixture fixture) : IClassFixture<SessionFixture>
{
    private readonly TemporaryFolder _folder = fixture.Folder;
    private readonly TestSession _session = fixture.Session;

    [Fact]
    public void An_exception_shows_the_message_and_only_the_frames_of_the_cells()
    {
        _session.Run("async Task Deep()\n{\n    await Task.Yield();\n    throw new InvalidOperationException(\"boom\");\n}", "1.3-await.ipynb#deep");
        var trace = _session.Run("// 标题\nawait Deep();", "1.3-await.ipynb#call");
        Assert.Equal("System.InvalidOperationException: boom\n   at 1.3-await.ipynb#deep:4\n   at 1.3-await.ipynb#call:2", trace.Failure);
    }

    [Fact]
    public void The_cause_of_an_exception_is_shown_with_its_own_frames()
    {
        var trace = _session.Run("try { int.Parse(\"x\"); }\ncatch (Exception e) { throw new Exception(\"outer\", e); }", "n.ipynb#c");
        Assert.StartsWith("System.Exception: outer\n   at n.ipynb#c:2\n ---> System.FormatException: ", trace.Failure, StringComparison.Ordinal);
        Assert.EndsWith("   at n.ipynb#c:1", trace.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw new System.Net.Sockets.SocketException(111);", "System.Net.Sockets.SocketException (111): Connection refused\n   at test.ipynb#cell:1")]
    [InlineData("throw new System.IO.FileNotFoundException(\"nf\", \"/a/b.txt\");", "System.IO.FileNotFoundException: nf\nFile name: '/a/b.txt'\n   at test.ipynb#cell:1")]
    [InlineData("throw new ArgumentOutOfRangeException(\"p\", 5, \"m\");", "System.ArgumentOutOfRangeException: m (Parameter 'p')\nActual value was 5.\n   at test.ipynb#cell:1")]
    [InlineData("class E1 : Exception { public override string ToString() => \"custom text\"; }\nthrow new E1();", "custom text\n   at test.ipynb#cell:2")]
    [InlineData("class E2 : Exception { public E2() : base(\"m\") { } }\nthrow new E2();", "E2: m\n   at test.ipynb#cell:2")]
    [InlineData("class E3 : Exception { public override string ToString() => null; }\nthrow new E3();", "E3")]
    [InlineData("class E4 : Exception { public override string ToString() => throw new Exception(); public override string Message => throw new Exception(); }\nthrow new E4();", "E4 (its own text cannot be had: System.Exception)\n   at test.ipynb#cell:2")]
    [InlineData("throw new Exception(\"a\\n ---> b\\n   at c\");", "System.Exception: a\n ---> b\n   at c\n   at test.ipynb#cell:1")]
    [InlineData("throw new AggregateException(new Exception(\"a\"), new Exception(\"b\"));", "System.AggregateException: One or more errors occurred. (a) (b)\n   at test.ipynb#cell:1\n ---> System.Exception: a\n ---> System.Exception: b")]
    public void An_exception_speaks_its_own_words(string code, string failure) =>
        Assert.StartsWith(failure, _session.Run(code).Failure, StringComparison.Ordinal);

    [Theory]
    [InlineData("Exception e = new(\"0\"); for (var i = 1; i < 20_000; i++) e = new Exception($\"{i}\", e); throw e;", "System.Exception: 19999")]
    [InlineData("throw new AggregateException(Enumerable.Range(0, 20_000).Select(i => new Exception($\"{i}\")));", "System.AggregateException: ")]
    [InlineData("throw new Exception(new string('x', 10_000_000));", "System.Exception: xxx")]
    public void An_exception_however_long_is_told_in_bounds(string code, string begin)
    {
        var failure = _session.Run(code).Failure;
        Assert.StartsWith(begin, failure, StringComparison.Ordinal);
        Assert.InRange(failure!.Length, 100, 250_000);
    }

    [Fact]
    public void A_compile_error_names_the_cell_the_line_and_the_column_below_directives()
    {
        _folder.Write("lib/Empty.cs", "public class Empty { }");
        var trace = _session.Run("#!import lib/Empty.cs\n\nvar x = y;", "n.ipynb#c");
        Assert.Equal("n.ipynb#c(3,9): error CS0103: The name 'y' does not exist in the current context", trace.Failure);
    }

    [Fact]
    public void An_error_in_an_imported_file_names_that_file_and_fails_the_cell()
    {
        _folder.Write("lib/Bad.cs", "public class Bad\n{\n    int F() => z;\n}");
        var trace = _session.Run("#!import lib/Bad.cs\ndisplay(\"never\");");
        Assert.Empty(trace.Words);
        Assert.StartsWith("lib/Bad.cs(3,16): error CS0103", trace.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void An_imported_notebook_runs_its_code_cells()
    {
        _folder.Write("other.ipynb", """{"cells":[{"cell_type":"markdown","source":"# x"},{"cell_type":"code","id":"a","source":["var a = 1;\n","display(a);"]},{"cell_type":"code","source":"var b = a + 1;"}]}""");
        Assert.Equal("display:1 | value:2", _session.Run("#!import other.ipynb\nb").Words);
    }

    [Fact]
    public void A_notebook_that_imports_itself_is_refused()
    {
        _folder.Write("self.ipynb", """{"cells":[{"cell_type":"code","source":"#!import self.ipynb"}]}""");
        Assert.Equal("#!import: 'self.ipynb' imports itself", _session.Run("#!import self.ipynb").Failure);
    }

    [Theory]
    [InlineData("using var ms = new System.IO.MemoryStream();\nms.WriteByte(1);\nConsole.WriteLine(ms.Length);", "test.ipynb#cell(1,11): error CS1002: ; expected")]
    [InlineData("var a = (1 + 2;\nnowhere();", "test.ipynb#cell(1,15): error CS1026: ) expected")]
    [InlineData("int n = \"x\";\nvar s = 'ab';", "test.ipynb#cell(2,9): error CS1012: Too many characters in character literal")]
    public void A_syntax_error_comes_without_what_follows_from_it(string code, string failure) =>
        Assert.Equal(failure, _session.Run(code).Failure);

    [Fact]
    public void A_warning_is_told_before_the_cell_runs_so_that_it_explains_the_exception()
    {
        var trace = _session.Run("#nullable enable\ndisplay(1);\nstring? s = null;\ns.Length");
        Assert.StartsWith("System.NullReferenceException: ", trace.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8602", trace.Failure, StringComparison.Ordinal);
        var told = Assert.IsType<KernelEvent.Diagnosed>(trace.Events[0]);
        Assert.Equal(["test.ipynb#cell(4,1): warning CS8602: Dereference of a possibly null reference."], told.Messages);
    }

    [Theory]
    [InlineData("static void Main(string[] args) { }\nint n = \"x\";")]
    [InlineData("#warning hey\nint n = \"x\";")]
    [InlineData("async Task G() { Task.Delay(1); await Task.Yield(); }\nint n = \"x\";")]
    public void An_error_comes_without_warnings(string code)
    {
        var trace = _session.Run(code);
        Assert.Equal("test.ipynb#cell(2,9): error CS0029: Cannot implicitly convert type 'string' to 'int'", trace.Failure);
        Assert.Equal(trace.Failure, trace.Remarks);
    }

    [Fact]
    public void A_Main_of_the_cell_is_no_reason_to_warn() =>
        Assert.Equal("", _session.Run("static void Main(string[] args) { }").Remarks);

    [Fact]
    public void Later_C_Sharp_than_the_real_kernel_has_does_not_compile() =>
        Assert.Equal(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14, AsyncBook.Kernel.Scripting.SubmissionChain.ParseOptions.LanguageVersion);
}
