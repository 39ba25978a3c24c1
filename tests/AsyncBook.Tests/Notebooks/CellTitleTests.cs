using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Notebooks;

public sealed class CellTitleTests
{
    [Theory]
    [InlineData("// 事件循环\nvar x = 1;", "事件循环")]
    [InlineData("\n\n//事件循环  \n", "事件循环")]
    [InlineData("#r \"nuget: X, 1.0.0\"\n#!import lib/Show.cs\nusing System.Threading;\n\n// 后来\n", "后来")]
    [InlineData("using System.IO;\nusing static System.Math;\nusing F = System.IO.File;\nvar x = 1;", "var x = 1;")]
    [InlineData("#!import lib/Show.cs", "#!import lib/Show.cs")]
    [InlineData("await using (var x = new X()) { }", "await using (var x = new X()) { }")]
    [InlineData("", "id-1")]
    [InlineData("//", "//")]
    public void A_code_cell_is_called_by_its_first_comment_or_line_of_its_own(string source, string title) =>
        Assert.Equal(title, CellTitle.Find(CellKind.Code, source, "id-1"));

    [Theory]
    [InlineData("文字\n## 看见它 ##\n# 后面", "看见它")]
    [InlineData("```python\n# 注释\n```\n### 真的标题", "真的标题")]
    [InlineData("#没有空格", "#没有空格")]
    [InlineData("   \n", "id-1")]
    public void A_markdown_cell_is_called_by_its_first_heading(string source, string title) =>
        Assert.Equal(title, CellTitle.Find(CellKind.Markdown, source, "id-1"));

    [Fact]
    public void A_long_title_is_cut_between_characters()
    {
        var title = CellTitle.Find(CellKind.Code, "// " + string.Concat(Enumerable.Repeat("👩‍👩‍👧", 80)), "id-1");

        Assert.Equal(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 59)) + "…", title);
    }
}
