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
    /// <summary>What every report of ours has in its first lines.</summary>
    public const string Mark = $"name=\"{RunName}\"";

    private const string RunName = "asyncbook run";

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="notebooks">What became of them.</param>
    /// <param name="exercisesCount">Whether an exercise that is not passed is a failure.</param>
    public static void Write(string path, IReadOnlyList<NotebookReport> notebooks, bool exercisesCount = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        AtomicFile.Write(path, Text(Document(notebooks, exercisesCount)));
    }

    private static XDocument Document(IReadOnlyList<NotebookReport> notebooks, bool exercisesCount)
    {
        var cells = notebooks.SelectMany(notebook => TrxCell.FromNotebook(notebook, exercisesCount)).ToList();
        return new(TrxNames.Element(
            "TestRun",
            new XAttribute("id", Guid.NewGuid()),
            new XAttribute("name", RunName),
            Times(notebooks),
            TrxNames.Element("Results", cells.Select(cell => cell.Result())),
            TrxNames.Element("TestDefinitions", cells.Select(cell => cell.Definition())),
            TrxNames.Element("TestEntries", cells.Select(cell => cell.Entry())),
            TrxNames.Element("TestLists", List("Results Not in a List", TrxIds.NoList), List("All Loaded Results", TrxIds.AllResults)),
            TrxSummary.Summarize([.. cells.Select(cell => cell.Outcome)], notebooks.Any(notebook => notebook.SaveFault is not null))));
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
internal sealed record TrxCell(CellReport Cell, string Name, TrxIds Ids, DateTimeOffset Start, string Outcome)
{
    public static IEnumerable<TrxCell> FromNotebook(NotebookReport notebook, bool exercisesCount)
    {
        var start = notebook.Started;
        foreach (var cell in notebook.Cells)
        {
            var name = $"{cell.Notebook}#{cell.CellId}";
            yield return new(cell, name, TrxIds.ForTest(name), start, TrxOutcome.Of(cell, exercisesCount));
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
        new XAttribute("outcome", Outcome),
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

    private string? Reason => Cell.Reason ?? (Outcome == TrxOutcome.Passed ? null : Cell.Exercise?.Words);

    private XElement? Output() => Cell is { Output: "" } && Reason is null
        ? null
        : TrxNames.Element(
            "Output",
            Cell.Output.Length == 0 ? null : TrxNames.Element("StdOut", TrxText.MakeSafe(Cell.Output)),
            Reason is null
                ? null
                : TrxNames.Element("ErrorInfo", TrxNames.Element("Message", TrxText.MakeSafe(Reason))));
}

/// <summary>What the format calls the end of a cell. An exercise that nobody has begun was not executed, and one that is not right yet is no failure.</summary>
internal static class TrxOutcome
{
    public const string Passed = "Passed", Failed = "Failed", NotExecuted = "NotExecuted", Inconclusive = "Inconclusive";

    public static string Of(CellReport cell, bool exercisesCount) => (cell.Verdict, cell.Exercise?.State ?? ExerciseState.Solved) switch
    {
        (CellVerdict.Failed, _) => Failed,
        (CellVerdict.Skipped or CellVerdict.NotRun, _) => NotExecuted,
        (_, ExerciseState.Solved) => Passed,
        _ when exercisesCount => Failed,
        (_, ExerciseState.NotYet) => Inconclusive,
        _ => NotExecuted,
    };
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
        "error", "timeout", "aborted", "passedButRunAborted", "notRunnable",
        "disconnected", "warning", "completed", "inProgress", "pending",
    ];

    public static XElement Summarize(IReadOnlyList<string> outcomes, bool hasFailed)
    {
        int Count(string outcome) => outcomes.Count(other => other == outcome);
        var failed = Count(TrxOutcome.Failed);
        var notExecuted = Count(TrxOutcome.NotExecuted);
        return TrxNames.Element(
            "ResultSummary",
            new XAttribute("outcome", failed > 0 || hasFailed ? "Failed" : "Completed"),
            TrxNames.Element(
                "Counters",
                new XAttribute("total", outcomes.Count),
                new XAttribute("executed", outcomes.Count - notExecuted),
                new XAttribute("passed", Count(TrxOutcome.Passed)),
                new XAttribute("failed", failed),
                new XAttribute("inconclusive", Count(TrxOutcome.Inconclusive)),
                new XAttribute("notExecuted", notExecuted),
                _never.Select(name => new XAttribute(name, 0))));
    }
}
