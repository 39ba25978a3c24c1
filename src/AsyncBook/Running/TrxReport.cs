using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using AsyncBook.IO;

namespace AsyncBook.Running;

/// <summary>A run as a VSTest result file, one test per code cell: what CI services show.</summary>
internal static class TrxReport
{
    public static void Write(string path, IReadOnlyList<NotebookReport> notebooks)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        AtomicFile.Write(path, Text(Document(notebooks)));
    }

    private static XDocument Document(IReadOnlyList<NotebookReport> notebooks)
    {
        var cells = notebooks.SelectMany(TrxCell.FromNotebook).ToList();
        return new(TrxNames.Element(
            "TestRun",
            new XAttribute("id", Guid.NewGuid()),
            new XAttribute("name", "asyncbook run"),
            Times(notebooks),
            TrxNames.Element("Results", cells.Select(cell => cell.Result())),
            TrxNames.Element("TestDefinitions", cells.Select(cell => cell.Definition())),
            TrxNames.Element("TestEntries", cells.Select(cell => cell.Entry())),
            TrxNames.Element("TestLists", List("Results Not in a List", TrxIds.NoList), List("All Loaded Results", TrxIds.AllResults)),
            TrxSummary.Summarize(notebooks)));
    }

    private static XElement Times(IReadOnlyList<NotebookReport> notebooks)
    {
        var start = notebooks.Select(notebook => notebook.Started).DefaultIfEmpty(DateTimeOffset.UtcNow).Min();
        var finish = notebooks.Select(notebook => notebook.Started + notebook.Duration).DefaultIfEmpty(start).Max();
        string[] begins = ["creation", "queuing", "start"];
        return TrxNames.Element("Times", begins.Select(name => new XAttribute(name, start)), new XAttribute("finish", finish));
    }

    private static XElement List(string name, Guid id) =>
        TrxNames.Element("TestList", new XAttribute("name", name), new XAttribute("id", id));

    private static string Text(XDocument document)
    {
        // Entities for \r: a reader would turn a bare one into \n.
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, settings))
        {
            document.Save(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF') + "\n";
    }
}

/// <summary>One cell in the three places a result file speaks of it.</summary>
internal sealed record TrxCell(CellReport Cell, string Name, TrxIds Ids, DateTimeOffset Start)
{
    public static IEnumerable<TrxCell> FromNotebook(NotebookReport notebook)
    {
        var start = notebook.Started;
        foreach (var cell in notebook.Cells)
        {
            var name = $"{cell.Notebook}#{cell.CellId}";
            yield return new(cell, name, TrxIds.ForTest(name), start);
            start += cell.Duration;
        }
    }

    public XElement Result() => TrxNames.Element(
        "UnitTestResult",
        new XAttribute("executionId", Ids.Execution),
        new XAttribute("testId", Ids.Test),
        new XAttribute("testName", TrxText.MakeSafe(Name)),
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
        new XAttribute("name", TrxText.MakeSafe(Name)),
        new XAttribute("storage", TrxText.MakeSafe(Cell.Notebook)),
        new XAttribute("id", Ids.Test),
        TrxNames.Element("Description", TrxText.MakeSafe(Cell.Title)),
        TrxNames.Element("Execution", new XAttribute("id", Ids.Execution)),
        TrxNames.Element(
            "TestMethod",
            new XAttribute("codeBase", TrxText.MakeSafe(Cell.Notebook)),
            new XAttribute("adapterTypeName", "executor://asyncbook"),
            new XAttribute("className", TrxText.MakeSafe(Cell.Notebook)),
            new XAttribute("name", TrxText.MakeSafe(Cell.CellId))));

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
            Cell.Output.Length == 0 ? null : TrxNames.Element("StdOut", TrxText.MakeSafe(Cell.Output)),
            Cell.Reason is null
                ? null
                : TrxNames.Element("ErrorInfo", TrxNames.Element("Message", TrxText.MakeSafe(Cell.Reason))));
}

/// <summary>Ids that are the same in every run, so that what reads the reports can follow a cell over time.</summary>
internal sealed record TrxIds(Guid Test, Guid Execution)
{
    /// <summary>What Visual Studio itself calls "a unit test".</summary>
    public static readonly Guid UnitTestType = new("13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b");

    /// <summary>Its list of all results.</summary>
    public static readonly Guid AllResults = new("19431567-8539-422a-85d7-44ee4e166bda");

    /// <summary>Its list of results that are in no list.</summary>
    public static readonly Guid NoList = new("8c84fa94-04c1-424b-9868-57a2d4851a1d");

    public static TrxIds ForTest(string testName) => new(Named("test", testName), Named("execution", testName));

    private static Guid Named(string kind, string name) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"asyncbook:{kind}:{name}")).AsSpan(0, 16));
}

internal static class TrxNames
{
    public static readonly XNamespace Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);
}

internal static class TrxSummary
{
    // Kinds of outcome the format counts and no cell ever has.
    private static readonly string[] _never =
    [
        "error", "timeout", "aborted", "inconclusive", "passedButRunAborted", "notRunnable",
        "disconnected", "warning", "completed", "inProgress", "pending",
    ];

    public static XElement Summarize(IReadOnlyList<NotebookReport> notebooks)
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

/// <summary>Text as XML can hold it: what it cannot is shown by a sign (␛ for an escape), not dropped.</summary>
internal static class TrxText
{
    private const int Longest = 100_000;

    public static string MakeSafe(string text)
    {
        var kept = text.Length <= Longest ? text : text[..Longest] + "\n… (cut off)";
        var safe = new StringBuilder(kept.Length);
        foreach (var rune in kept.EnumerateRunes())
        {
            safe.Append(IsAllowed(rune) ? rune.ToString() : Sign(rune));
        }

        return safe.ToString();
    }

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static string Sign(Rune rune) => ((char)(rune.Value < 0x20 ? 0x2400 + rune.Value : 0xFFFD)).ToString();
}
