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
        var cells = notebooks.SelectMany(TrxCell.Of).ToList();
        return new(TrxNames.Element(
            "TestRun",
            new XAttribute("id", Guid.NewGuid()),
            new XAttribute("name", "asyncbook run"),
            Times(notebooks),
            TrxNames.Element("Results", cells.Select(cell => cell.Result())),
            TrxNames.Element("TestDefinitions", cells.Select(cell => cell.Definition())),
            TrxNames.Element("TestEntries", cells.Select(cell => cell.Entry())),
            TrxNames.Element(
                "TestLists",
                List("Results Not in a List", TrxIds.NoList),
                List("All Loaded Results", TrxIds.AllResults)),
            TrxSummary.Of(notebooks)));
    }

    private static XElement Times(IReadOnlyList<NotebookReport> notebooks)
    {
        var start = notebooks.Select(notebook => notebook.Started).DefaultIfEmpty(DateTimeOffset.UtcNow).Min();
        var finish = notebooks.Select(notebook => notebook.Started + notebook.Duration).DefaultIfEmpty(start).Max();
        return TrxNames.Element(
            "Times",
            new XAttribute("creation", start),
            new XAttribute("queuing", start),
            new XAttribute("start", start),
            new XAttribute("finish", finish));
    }

    private static XElement List(string name, Guid id) =>
        TrxNames.Element("TestList", new XAttribute("name", name), new XAttribute("id", id));

    private static string Text(XDocument document)
    {
        // Entities for \r: a reader would turn a bare one into \n.
        var settings = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
        };
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, settings))
        {
            document.Save(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF') + "\n";
    }
}
