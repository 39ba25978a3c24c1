using System.Globalization;
using System.Xml.Linq;

namespace AsyncBook.Running;

/// <summary>One cell in the three places a result file speaks of it.</summary>
internal sealed record TrxCell(CellReport Cell, string Name, TrxIds Ids, DateTimeOffset Start)
{
    public static IEnumerable<TrxCell> Of(NotebookReport notebook)
    {
        var start = notebook.Started;
        foreach (var cell in notebook.Cells)
        {
            var name = $"{cell.Notebook}#{cell.CellId}";
            yield return new(cell, name, TrxIds.Of(name), start);
            start += cell.Duration;
        }
    }

    public XElement Result() => TrxNames.Element(
        "UnitTestResult",
        new XAttribute("executionId", Ids.Execution),
        new XAttribute("testId", Ids.Test),
        new XAttribute("testName", TrxText.Of(Name)),
        new XAttribute("computerName", "localhost"),
        new XAttribute("duration", Cell.Duration.ToString(@"hh\:mm\:ss\.fffffff", CultureInfo.InvariantCulture)),
        new XAttribute("startTime", Start),
        new XAttribute("endTime", Start + Cell.Duration),
        new XAttribute("testType", TrxIds.UnitTestType),
        new XAttribute("outcome", Outcome()),
        new XAttribute("testListId", TrxIds.NoList),
        new XAttribute("relativeResultsDirectory", Ids.Execution),
        Output());

    public XElement Definition() => TrxNames.Element(
        "UnitTest",
        new XAttribute("name", TrxText.Of(Name)),
        new XAttribute("storage", TrxText.Of(Cell.Notebook)),
        new XAttribute("id", Ids.Test),
        TrxNames.Element("Description", TrxText.Of(Cell.Title)),
        TrxNames.Element("Execution", new XAttribute("id", Ids.Execution)),
        TrxNames.Element(
            "TestMethod",
            new XAttribute("codeBase", TrxText.Of(Cell.Notebook)),
            new XAttribute("adapterTypeName", "executor://asyncbook"),
            new XAttribute("className", TrxText.Of(Cell.Notebook)),
            new XAttribute("name", TrxText.Of(Cell.CellId))));

    public XElement Entry() => TrxNames.Element(
        "TestEntry",
        new XAttribute("testId", Ids.Test),
        new XAttribute("executionId", Ids.Execution),
        new XAttribute("testListId", TrxIds.NoList));

    private string Outcome() => Cell.Verdict switch
    {
        CellVerdict.Passed => "Passed",
        CellVerdict.Failed => "Failed",
        _ => "NotExecuted",
    };

    private XElement? Output() => Cell is { Output: "", Reason: null }
        ? null
        : TrxNames.Element(
            "Output",
            Cell.Output.Length == 0 ? null : TrxNames.Element("StdOut", TrxText.Of(Cell.Output)),
            Cell.Reason is null
                ? null
                : TrxNames.Element("ErrorInfo", TrxNames.Element("Message", TrxText.Of(Cell.Reason))));
}
