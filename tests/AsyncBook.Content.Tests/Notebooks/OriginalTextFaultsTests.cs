using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

public sealed class OriginalTextFaultsTests : IDisposable
{
    private const string Title = "[目录](0-start-here.ipynb)\n\n# 1.2 快速上手\n";
    private const string First = "> 协程函数,定义函数使用 async def 关键字\n\n```python\nasync def func():\n    ...\n```\n";
    private const string Second =
        "> 协程对象,执行协程函数得到的协程对象\n\n```python\nresult = func()  # 得到协程对象,不会执行函数\n```\n";

    private const string Third = """
        > 如果想要运行协程函数内部代码,必须要将协程对象交给事件循环
        >
        > ```python
        > # 生成或获取一个事件循环
        > loop = asyncio.get_event_loop()
        > # 将任务放入任务列表
        > loop.run_until_complete(result)
        > # 或者
        > asyncio.run(result) # python3.7+
        > ```
        """;

    private const string Own = "[\"1.2\"]";
    private const string One = "[\"1.2p1\", \"1.2#1\"]";
    private const string Two = "[\"1.2p2\", \"1.2#2\"]";
    private const string OneAndTwo = "[\"1.2p1\", \"1.2#1\", \"1.2p2\", \"1.2#2\"]";
    private const string Three = "[\"1.2p3\", \"1.2#3\"]";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_faithful_notebook_has_no_faults()
    {
        Assert.Empty(Faults(Title, First, Second, Third));
        Assert.Empty(Faults([Title, First + Second, Third], [Own, OneAndTwo, Three]));
    }

    [Fact]
    public void The_heading_must_be_the_title() =>
        Assert.Equal(["the first cell has no line \"# 1.2 快速上手\""], Faults("# 1.2 快速入门", First, Second, Third));

    [Fact]
    public void A_changed_sentence_is_shown() =>
        Assert.Equal(
            ["1.2p1, cell c1: missing or out of order is the line \"> 协程函数,定义函数使用 async def 关键字\""],
            Faults(Title, First.Replace(',', '，'), Second, Third));

    [Fact]
    public void A_sentence_must_be_quoted_but_may_be_escaped()
    {
        Assert.Single(Faults(Title, First[2..], Second, Third));
        Assert.Empty(Faults(Title, First.Replace(",", "\\,", StringComparison.Ordinal), Second, Third));
    }

    [Theory]
    [InlineData("    ...", "   ...", "line 2 of the program is \"   ...\", not \"    ...\"")]
    [InlineData("    ...\n", "", "line 2 of the program is missing, not \"    ...\"")]
    [InlineData("    ...\n", "    ...\n\n", "line 3 of the program is \"\", not missing")]
    [InlineData("```python", "```py", "its fence says ```py, not ```python")]
    [InlineData("```", "", "there is no fence with its program")]
    public void A_changed_program_is_shown(string before, string after, string fault) =>
        Assert.Equal(
            [$"1.2#1, cell c1: {fault}"],
            Faults(Title, First.Replace(before, after, StringComparison.Ordinal), Second, Third));

    [Fact]
    public void Every_block_is_named_once_and_in_order()
    {
        Assert.Equal(
            ["1.2p2: no cell names it in asyncbook.original"],
            Faults([Title, First, Second, Third], [Own, One, "[\"1.2#2\"]", Three]));
        Assert.Equal(
            ["1.2#2: is named twice"],
            Faults([Title, First, Second, Third + "\n" + Second], [Own, One, Two, "[\"1.2p3\", \"1.2#3\", \"1.2#2\"]"])
                .Where(fault => !fault.Contains("cell c3", StringComparison.Ordinal)));
        Assert.Equal(
            ["1.3p9: is not a block of section 1.2"],
            Faults([Title, First, Second, Third], ["[\"1.3p9\"]", One, Two, Three]));
        Assert.Equal(
            [
                "the blocks are named in the order 1.2p2 1.2#2 1.2p1 1.2#1 1.2p3 1.2#3, "
                + "not 1.2p1 1.2#1 1.2p2 1.2#2 1.2p3 1.2#3",
            ],
            Faults([Title, Second, First, Third], [Own, Two, One, Three]));
    }

    [Fact]
    public void Text_out_of_order_within_a_cell_is_found() =>
        Assert.Contains(
            "1.2p2, cell c1: missing or out of order is the line \"> 协程对象,执行协程函数得到的协程对象\"",
            Faults([Title, Second + First, Third], [Own, OneAndTwo, Three]));

    private IReadOnlyList<string> Faults(params string[] cells) =>
        Faults(cells, [Own, One, Two, Three]);

    private IReadOnlyList<string> Faults(string[] cells, string[] ids)
    {
        JsonObject[] written = [.. cells.Zip(ids, (source, own) => (source, own))
            .Select((cell, index) => SampleNotebook.Text($"c{index}", cell.source, $"{{\"original\": {cell.own}}}"))];
        return OriginalText.Faults(Notebook.Load(SampleNotebook.Write(_folder, SampleNotebook.Of(written))), "1.2");
    }
}
