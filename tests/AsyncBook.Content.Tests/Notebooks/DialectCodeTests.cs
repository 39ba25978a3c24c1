namespace AsyncBook.Content.Tests.Notebooks;

public sealed class DialectCodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("#r \"nuget: StackExchange.Redis, [2.8.16]\"\n#r \"Microsoft.AspNetCore.Http.Results\"\n#!import lib/Show.cs\n// 一\nawait Task.Delay(1);\n1 + 1")]
    [InlineData("#nullable enable\n#pragma warning disable CS1998\n#region a\n#endregion\nvar x = 1;")]
    [InlineData("{ using var x = new System.IO.MemoryStream(); }")]
    [InlineData("void F() { using var x = new System.IO.MemoryStream(); System.Span<int> s = [1]; }\nclass C { }")]
    [InlineData("// async void F() { }\nvar s = \"namespace N; async void F() { }\"; // using var x = y;")]
    [InlineData("async void F()\n{\n    try { await Task.Yield(); }\n    catch (Exception e) { Console.WriteLine(e.Message); }\n}")]
    [InlineData("using System.Threading;\nusing F = System.IO.File;\nusing (var x = y) { }")]
    public void Plain_code_is_allowed(string code) => Assert.Empty(Faults(code));

    [Theory]
    [InlineData("#r \"nuget: A, *\"")]
    [InlineData("#r \"nuget: A, [1.0.0,2.0.0)\"")]
    [InlineData("#r \"nuget: A, 1\"")]
    [InlineData("#r \"nuget: A\"")]
    [InlineData("#r \"nuget: A, 1.0.0\"")]
    [InlineData("#r \"nuget:A,1.0.0\"")]
    [InlineData("#r \"a/b.dll\"")]
    [InlineData("#r \"b.dll\"")]
    [InlineData("#i \"nuget: https://example.org\"")]
    [InlineData("#load \"a.csx\"")]
    [InlineData("#!time")]
    [InlineData("#!import lib/../x.cs")]
    [InlineData("#!import 1.2-coroutine.ipynb")]
    [InlineData(" #!import lib/Show.cs")]
    [InlineData("var s = \"\"\"\n#!html\n\"\"\";", "#!html")]
    public void Any_other_directive_is_found(string code, string? line = null) =>
        Assert.Equal(
            $"c: {line ?? code} is not #r \"nuget: Id, [1.2.3]\", #r \"AssemblyName\" or #!import lib/File.cs",
            Faults(code)[0]);

    [Fact]
    public void An_import_of_nothing_is_found() =>
        Assert.Equal(["c: #!import lib/None.cs: there is no lib/None.cs"], Faults("#!import lib/None.cs"));

    [Theory]
    [InlineData("namespace N { }", "line 1: a namespace")]
    [InlineData("namespace N;\nclass C { }", "line 1: a namespace")]
    [InlineData("1.ToString();\nusing var x = y;", "line 2: a using declaration at top level, not in a block")]
    [InlineData("await using var x = y;", "line 1: a using declaration at top level, not in a block")]
    [InlineData("using Stream x = y;", "line 1: a using declaration at top level, not in a block")]
    [InlineData("Span<int> s = [1];", "line 1: a span at top level, not in a block")]
    [InlineData("ReadOnlySpan<char> s = \"\";", "line 1: a span at top level, not in a block")]
    [InlineData("static class E\n{\n    public static int F(this int x) => x;\n}", "line 3: an extension method")]
    [InlineData("static int F(this int x) => x;", "line 1: an extension method")]
    [InlineData("static class E { extension(int x) { public int P => 1; } }", "line 1: an extension block")]
    [InlineData("class C\n{\n    async void F() => await Task.Yield();\n}", "line 3: async void F lets exceptions out; catch them all in it")]
    [InlineData("async void F() { }", "line 1: async void F lets exceptions out; catch them all in it")]
    [InlineData("async void F() { try { } catch (IOException) { } }", "line 1: async void F lets exceptions out; catch them all in it")]
    [InlineData("async void F() { try { } catch { } G(); }", "line 1: async void F lets exceptions out; catch them all in it")]
    [InlineData("#!import lib/Show.cs\nvar x = ;", "does not parse: (2,9): error CS1525: Invalid expression term ';'")]
    public void Code_that_a_cell_cannot_hold_is_found(string code, string fault) =>
        Assert.Equal([$"c: {fault}"], Faults(code));

    [Fact]
    public void A_cell_of_more_than_forty_lines_is_found()
    {
        Assert.Empty(Faults(string.Join('\n', Enumerable.Repeat("F();", 40))));
        Assert.Equal(["c: has 41 lines, more than 40"], Faults(string.Join('\n', Enumerable.Repeat("F();", 41))));
    }

    [Theory]
    [InlineData("using System;\n#nullable enable\npublic sealed class A;\nenum B { }\ndelegate void C();\nrecord struct D(int X);", null)]
    [InlineData("namespace N;\nclass A;", "line 1: a namespace")]
    [InlineData("static class A { static int F(this int x) => x; }", "line 1: an extension method")]
    [InlineData("class A;\nint F() => 1;", "line 2: not a type")]
    public void A_library_file_that_is_not_types_only_is_found(string code, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], LibraryRules.Faults(code));

    private IReadOnlyList<string> Faults(string code)
    {
        _folder.Write("lib/Show.cs", "class Show;");
        return Dialect.Faults(SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("c", code))));
    }
}
