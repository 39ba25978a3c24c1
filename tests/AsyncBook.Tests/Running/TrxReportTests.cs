using System.Xml.Linq;
using AsyncBook.Running;

namespace AsyncBook.Tests.Running;

public sealed class TrxReportTests : IDisposable
{
    private static readonly XNamespace _namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private static readonly DateTimeOffset _start = new(2026, 5, 4, 3, 2, 1, TimeSpan.FromHours(8));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_cell_is_a_test_and_the_counters_add_up()
    {
        var trx = Written(
            Notebook("1.ipynb", Cell("a"), Cell("b", CellVerdict.Failed, "boom"), Cell("c", CellVerdict.NotRun)),
            Notebook("2.ipynb", Cell("a", CellVerdict.Skipped, "no redis")));

        Assert.Equal(
            ["1.ipynb#a Passed", "1.ipynb#b Failed", "1.ipynb#c NotExecuted", "2.ipynb#a NotExecuted"],
            All(trx, "UnitTestResult").Select(result => $"{Value(result, "testName")} {Value(result, "outcome")}"));
        Assert.Equal("Failed", Value(All(trx, "ResultSummary").Single(), "outcome"));
        var counters = All(trx, "Counters").Single();
        Assert.Equal([4, 2, 1, 1, 2], Numbers(counters, "total", "executed", "passed", "failed", "notExecuted"));
        Assert.Equal(4, counters.Attributes().Sum(counter => (int)counter) - 4 - 2);
    }

    [Theory]
    [InlineData(false, "Passed Inconclusive NotExecuted", "Completed")]
    [InlineData(true, "Passed Failed Failed", "Failed")]
    public void An_exercise_has_a_state_of_its_own_and_fails_only_where_that_is_asked_for(bool exercisesCount, string outcomes, string summary)
    {
        CellReport Check(string id, ExerciseState state, string words) => Cell(id) with { Exercise = new(id, state, words) };
        TrxReport.Write(
            _folder["new/run.trx"],
            [Notebook("a.ipynb", Check("x", ExerciseState.Solved, "通过：对了"), Check("y", ExerciseState.NotYet, "还不对：再想想"), Check("z", ExerciseState.NotStarted, "未完成：……"))],
            exercisesCount);
        var trx = XDocument.Load(_folder["new/run.trx"]);

        Assert.Equal(outcomes, string.Join(' ', All(trx, "UnitTestResult").Select(result => Value(result, "outcome"))));
        Assert.Equal(["还不对：再想想", "未完成：……"], All(trx, "Message").Select(message => message.Value));
        Assert.Equal(summary, Value(All(trx, "ResultSummary").Single(), "outcome"));
        Assert.Equal(3 + (exercisesCount ? 3 : 2), Numbers(All(trx, "Counters").Single(), "total", "executed").Sum());
    }

    [Fact]
    public void Results_definitions_and_entries_speak_of_the_same_tests()
    {
        var trx = Written(Notebook("a.ipynb", Cell("x"), Cell("y")), Notebook("b.ipynb", Cell("x")));
        var tests = All(trx, "UnitTestResult").Select(result => Value(result, "testId")).ToList();

        Assert.Equal(3, tests.Distinct().Count());
        Assert.Equal(tests, All(trx, "UnitTest").Select(test => Value(test, "id")));
        Assert.Equal(tests, All(trx, "TestEntry").Select(entry => Value(entry, "testId")));
        Assert.Equal(
            All(trx, "UnitTestResult").Select(result => Value(result, "executionId")),
            All(trx, "Execution").Select(execution => Value(execution, "id")));
    }

    [Fact]
    public void A_cell_keeps_its_id_from_run_to_run()
    {
        var first = Written(Notebook("a.ipynb", Cell("x"), Cell("y")));
        var second = Written(Notebook("0.ipynb", Cell("x")), Notebook("a.ipynb", Cell("y", CellVerdict.Failed, "now")));

        Assert.Equal(TestId(first, "a.ipynb#y"), TestId(second, "a.ipynb#y"));
        Assert.NotEqual(TestId(first, "a.ipynb#x"), TestId(second, "0.ipynb#x"));
    }

    [Fact]
    public void Reason_output_and_times_are_recorded_and_the_machine_is_not()
    {
        var trx = Written(Notebook("a.ipynb", Cell("x"), Cell("y", CellVerdict.Failed, "差一行\n- 1\n+ 2", "开始\n")));
        var result = All(trx, "UnitTestResult").Last();

        Assert.Equal("差一行\n- 1\n+ 2", result.Descendants(_namespace + "Message").Single().Value);
        Assert.Equal("开始\n", result.Descendants(_namespace + "StdOut").Single().Value);
        Assert.Equal("00:00:01.5000000", Value(result, "duration"));
        Assert.Equal(_start.AddSeconds(1.5), (DateTimeOffset)result.Attribute("startTime")!);
        Assert.Equal(_start.AddSeconds(9), (DateTimeOffset)All(trx, "Times").Single().Attribute("finish")!);
        Assert.Empty(All(trx, "UnitTestResult").First().Elements());
        Assert.Equal(["localhost", "localhost"], All(trx, "UnitTestResult").Select(one => Value(one, "computerName")));
    }

    [Fact]
    public void Odd_characters_survive_or_are_shown()
    {
        const string Odd = "\x1b[31m红\x1b[0m \0 \uFFFE \ud83d 🐍 \r\n\t]]> <&>\"'";

        var trx = Written(Notebook("a.ipynb", Cell("x", CellVerdict.Failed, Odd, Odd, title: Odd)));

        const string Shown = "␛[31m红␛[0m ␀ \uFFFD \uFFFD 🐍 \r\n\t]]> <&>\"'";
        Assert.Equal(Shown, All(trx, "StdOut").Single().Value);
        Assert.Equal(Shown, All(trx, "Message").Single().Value);
        Assert.Equal(Shown, All(trx, "Description").Single().Value);
    }

    [Fact]
    public void Very_long_output_is_cut()
    {
        var trx = Written(Notebook("a.ipynb", Cell("x", output: new string('x', 10_000_000))));

        Assert.EndsWith("x\n… (cut off)", All(trx, "StdOut").Single().Value, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(_folder["new/run.trx"]).Length, 0, 200_000);
    }

    [Fact]
    public void A_run_of_nothing_is_still_a_report()
    {
        var trx = Written();

        Assert.Empty(All(trx, "UnitTestResult"));
        Assert.Equal("Completed", Value(All(trx, "ResultSummary").Single(), "outcome"));
    }

    private static CellReport Cell(
        string id,
        CellVerdict verdict = CellVerdict.Passed,
        string? reason = null,
        string output = "",
        string title = "t") =>
        new("", id, title, verdict, TimeSpan.FromSeconds(1.5), reason, output);

    private static NotebookReport Notebook(string name, params CellReport[] cells) =>
        new(name, [.. cells.Select(cell => cell with { Notebook = name })], _start, TimeSpan.FromSeconds(9));

    private static IEnumerable<XElement> All(XDocument trx, string name) => trx.Descendants(_namespace + name);

    private static string Value(XElement element, string attribute) => element.Attribute(attribute)!.Value;

    private static IEnumerable<int> Numbers(XElement element, params string[] names) =>
        names.Select(name => (int)element.Attribute(name)!);

    private static string TestId(XDocument trx, string name) =>
        Value(All(trx, "UnitTestResult").Single(result => Value(result, "testName") == name), "testId");

    private XDocument Written(params NotebookReport[] notebooks)
    {
        TrxReport.Write(_folder["new/run.trx"], notebooks);
        Assert.Equal(["run.trx"], Directory.EnumerateFileSystemEntries(_folder["new"]).Select(Path.GetFileName));
        return XDocument.Load(_folder["new/run.trx"], LoadOptions.PreserveWhitespace);
    }
}
