using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>C# cells beside what the corrected Python printed.</summary>
internal static class Ports
{
    private static string ExpectedFolder { get; } = Path.Combine(Repository.Root, "data", "python");

    /// <summary>A line for each cell whose stored output is not the Python's, as its parity asks; <c>shape</c> asks for nothing here.</summary>
    public static IEnumerable<string> Faults(Notebook notebook) =>
        from cell in notebook.Cells
        where cell is { Ports: not null, Parity: Parity.Exact or Parity.Unordered }
        let expected = Lines(Expected(cell.Ports!), cell.Parity)
        let actual = Lines(Printed(cell), cell.Parity)
        where !expected.SequenceEqual(actual, StringComparer.Ordinal)
        select $"{notebook.Name}#{cell.Id} prints <{string.Join('|', actual)}>, the Python of {cell.Ports} <{string.Join('|', expected)}>";

    private static string Expected(string block) =>
        File.ReadAllText(Path.Combine(ExpectedFolder, block.Replace('#', '_') + ".txt"));

    private static string Printed(NotebookCell cell) =>
        string.Concat(cell.Outputs.OfType<StreamOutput>().Where(stream => stream.Name == "stdout").Select(stream => stream.Text));

    private static IEnumerable<string> Lines(string text, Parity? parity)
    {
        var lines = text.TrimEnd().Split('\n').Select(line => line.TrimEnd());
        return parity == Parity.Unordered ? lines.Order(StringComparer.Ordinal) : lines;
    }
}
