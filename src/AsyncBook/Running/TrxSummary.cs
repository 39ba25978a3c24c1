using System.Xml.Linq;

namespace AsyncBook.Running;

internal static class TrxSummary
{
    // Kinds of outcome the format counts and no cell ever has.
    private static readonly string[] _never =
    [
        "error", "timeout", "aborted", "inconclusive", "passedButRunAborted", "notRunnable",
        "disconnected", "warning", "completed", "inProgress", "pending",
    ];

    public static XElement Of(IReadOnlyList<NotebookReport> notebooks)
    {
        var verdicts = notebooks.SelectMany(notebook => notebook.Cells).ToLookup(cell => cell.Verdict);
        var passed = verdicts[CellVerdict.Passed].Count();
        var failed = verdicts[CellVerdict.Failed].Count();
        var notExecuted = verdicts[CellVerdict.Skipped].Count() + verdicts[CellVerdict.NotRun].Count();
        return TrxNames.Element(
            "ResultSummary",
            new XAttribute("outcome", failed > 0 ? "Failed" : "Completed"),
            TrxNames.Element(
                "Counters",
                new XAttribute("total", passed + failed + notExecuted),
                new XAttribute("executed", passed + failed),
                new XAttribute("passed", passed),
                new XAttribute("failed", failed),
                new XAttribute("notExecuted", notExecuted),
                _never.Select(name => new XAttribute(name, 0))));
    }
}
