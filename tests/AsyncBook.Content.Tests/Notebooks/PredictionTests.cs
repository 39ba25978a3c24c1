using System.Text.RegularExpressions;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>What is asked before a cell is run: in the form the book understands, true, explained, and enough of it.</summary>
public sealed partial class PredictionTests
{
    private const int LeastInAll = 45;
    private const int LeastInASection = 3;
    private const int LeastMisconceptions = 30;

    private static readonly IReadOnlyList<NotebookPage> _pages = NotebookPages.Load(Repository.Notebooks);

    private static readonly HashSet<int> _misconceptions =
    [
        .. _pages.Single(page => page.Source == "reference/misconceptions.ipynb").Notebook.Cells
            .SelectMany(HeadingAnchor.Headings).Select(heading => Numbered().Match(heading)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)),
    ];

    public static TheoryData<string, string> Cells { get; } = new(
        from page in _pages
        from cell in page.Notebook.Cells
        where cell.Role == CellRole.Predict
        select (page.Source, cell.Id));

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_prediction_has_the_form_and_stands_before_the_cell_it_is_about(string notebook, string id)
    {
        var cells = CellsOf(notebook);
        var prediction = Prediction.Read(Cell(notebook, id));
        var about = cells.FindIndex(cell => cell.Id == prediction.Of);
        Assert.True(about > cells.FindIndex(cell => cell.Id == id), $"{notebook}, cell {id}: asks about {prediction.Of}, which does not come after it");
        Assert.Equal(CellKind.Code, cells[about].Kind);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_wrong_choice_is_explained_by_a_misconception_there_is(string notebook, string id)
    {
        var prediction = Prediction.Read(Cell(notebook, id));
        Assert.NotEmpty(prediction.Explanations);
        Assert.All(prediction.Explanations, why =>
        {
            // What goes deeper has mistakes of its own, which are nobody's common belief.
            Assert.True(why.Value.Misconceptions.Count > 0 || !Section().IsMatch(notebook), $"{notebook}, cell {id}: {why.Key} names no misconception");
            Assert.NotEmpty(why.Value.Text);
            Assert.Subset(_misconceptions, why.Value.Misconceptions.ToHashSet());
        });
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_right_answer_to_what_is_printed_is_what_the_cell_printed(string notebook, string id)
    {
        var prediction = Prediction.Read(Cell(notebook, id));
        if (prediction.IsAboutOutput)
        {
            Assert.Equal(Printed(Cell(notebook, prediction.Of)), prediction.RightText);
        }
    }

    [Fact]
    public void The_thirty_misconceptions_are_there() => Assert.Equal(Enumerable.Range(1, 30), _misconceptions.Order());

    [Fact]
    public void There_are_enough_of_them_in_all_and_in_each_section()
    {
        Assert.True(Cells.Count >= LeastInAll, $"{Cells.Count} predictions, not {LeastInAll}");
        var few = _pages.Where(page => Section().IsMatch(page.Source))
            .Select(page => (page.Source, Count: page.Notebook.Cells.Count(cell => cell.Role == CellRole.Predict)))
            .Where(section => section.Count < LeastInASection);
        Assert.Empty(few);
    }

    [Fact]
    public void No_two_have_the_same_id()
    {
        var ids = All().Select(prediction => prediction.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Every_misconception_is_met_by_one()
    {
        var met = All().SelectMany(prediction => prediction.Explanations.Values).SelectMany(why => why.Misconceptions).ToHashSet();
        Assert.True(met.Count >= LeastMisconceptions, $"{met.Count} met, not {LeastMisconceptions}; none meets {string.Join(", ", _misconceptions.Except(met).Order())}");
    }

    [Fact]
    public void Some_ask_what_is_printed_some_for_an_order_and_some_why()
    {
        var all = All().ToList();
        Assert.Contains(all, prediction => prediction.IsOrder);
        Assert.Contains(all, prediction => prediction is { IsOrder: false, IsAboutOutput: true });
        Assert.Contains(all, prediction => prediction.Question.Contains("为什么", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("### 先猜 x", "### 先猜 y", "make them the same")]
    [InlineData("- B. 二", "- C. 二", "letter them A, B, C")]
    [InlineData("**A**", "**D**", "neither one of the choices")]
    [InlineData("- B：不对（误解 1）。", "", "explain each wrong choice")]
    [InlineData("<details>", "", "a prediction is")]
    public void A_fault_put_there_is_found(string right, string wrong, string said)
    {
        const string text = "### 先猜 x\n打印什么？\n\n- A. 一\n- B. 二\n\n<details><summary>答案（点开）</summary>\n\n**A**。\n\n- B：不对（误解 1）。\n\n</details>";
        Assert.Equal(["A", "一"], new[] { Read(text).Answer[0], Read(text).RightText });
        Assert.Contains(said, Assert.Throws<FormatException>(() => Read(text.Replace(right, wrong, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    private static Prediction Read(string text) =>
        Prediction.Read(new(SampleNotebook.Text("ask", text, """{"role": "predict", "id": "x", "of": "code"}"""), 1, "csharp"));

    private static IEnumerable<Prediction> All() => _pages.SelectMany(page => page.Notebook.Cells).Where(cell => cell.Role == CellRole.Predict).Select(Prediction.Read);

    private static List<NotebookCell> CellsOf(string notebook) => [.. _pages.Single(page => page.Source == notebook).Notebook.Cells];

    private static NotebookCell Cell(string notebook, string id) => CellsOf(notebook).Single(cell => cell.Id == id);

    private static string Printed(NotebookCell cell) => string.Join(
        ' ',
        string.Concat(cell.Outputs.OfType<StreamOutput>().Where(output => output.Name == "stdout").Select(output => output.Text))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"^误解 (?<number>\d+)：")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[12]\.\d")]
    private static partial Regex Section();
}
