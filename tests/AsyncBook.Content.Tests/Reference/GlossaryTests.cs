using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Reference;

public sealed class GlossaryTests
{
    /// <summary>All notebooks but the glossary, which names the words not to use.</summary>
    public static TheoryData<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Notebooks, path))
            .Where(name => name != Path.Combine("reference", "glossary.ipynb"))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_uses_one_word_for_one_thing(string name)
    {
        var faults = Load(name).Cells.SelectMany(cell => Faults(OwnWords.Of(cell)).Select(fault => $"{name}, cell {cell.Id}: {fault}")).ToList();

        // Not Assert.Empty, which cuts off what to correct.
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void A_term_stands_in_the_table_once_and_is_used_in_the_notebooks()
    {
        var text = string.Join('\n', Names.SelectMany(row => Load(row.Data).Cells).Select(OwnWords.Of));

        Assert.InRange(Term.All.Count, 50, 150);
        Assert.Distinct(Term.All.Select(term => term.Word));
        Assert.Distinct(Term.All.Select(term => term.English));
        Assert.Empty(Term.All.Where(term => !text.Contains(term.Word, StringComparison.Ordinal)).Select(term => term.Word));
    }

    [Fact]
    public void A_word_is_not_both_the_one_to_use_and_one_not_to_use()
    {
        Assert.Distinct(Term.All.SelectMany(term => term.Others));
        Assert.Empty(
            from term in Term.All
            from used in Term.All
            from other in used.Others
            where term.Word.Contains(other, StringComparison.Ordinal)
            select $"{other} is part of {term.Word}");
    }

    [Theory]
    [InlineData("一个续体", "“续体” is written “延续” in this book")]
    [InlineData("叫作**续程（continuation）**", "“叫作续程（continuation）”: continuation is “延续” in this book")]
    [InlineData("叫作**续程**（continuation，接着的）", "“叫作续程（continuation，”: continuation is “延续” in this book")]
    [InlineData("占满 CPU 了", "“CPU” is written “处理器” in this book")]
    [InlineData("延续（continuation），`续体`，“续体”，CPUs\n\n> 续体\n\n```text\n续体\n```\n[甲](续体.ipynb)")]
    public void Another_word_is_found_in_prose_but_not_in_what_is_quoted(string source, params string[] faults) =>
        Assert.Equal(faults, Faults(SampleNotebook.Text("c", source)));

    [Theory]
    [InlineData("var x = 1; // 一个续体", "“续体” is written “延续” in this book")]
    [InlineData("/* 您好 */ var x = 1;", "“您” is written “你” in this book")]
    [InlineData("#!import lib/Show.cs\nvar 续体 = \"// 续体\"; // 延续")]
    public void Another_word_is_found_in_comments_but_not_in_code(string source, params string[] faults) =>
        Assert.Equal(faults, Faults(SampleNotebook.Code("c", source)));

    private static IEnumerable<string> Faults(JsonObject cell) => Faults(OwnWords.Of(new NotebookCell(cell, 1, "csharp")));

    private static IEnumerable<string> Faults(string text) => Term.All.SelectMany(term => term.Faults(text));

    private static Notebook Load(string name) => Notebook.Load(Path.Combine(Repository.Notebooks, name));
}
