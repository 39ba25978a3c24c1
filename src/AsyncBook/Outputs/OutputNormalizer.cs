using AsyncBook.Notebooks;

namespace AsyncBook.Outputs;

/// <summary>A cell's outputs as text in which two runs of the same cell do not differ.</summary>
internal static class OutputNormalizer
{
    public static string Normalize(IEnumerable<CellOutput> outputs, Parity? parity = null) =>
        Join(Sections(OutputSections.Of(outputs), parity));

    /// <summary>The same, of the pictures alone.</summary>
    public static string NormalizePictures(IEnumerable<CellOutput> outputs, Parity? parity = null) =>
        Join(Sections(OutputSections.Of(outputs).Where(section => section.IsPicture), parity));

    private static IEnumerable<OutputSection> Sections(IEnumerable<OutputSection> raw, Parity? parity)
    {
        var sections = raw
            .Select(section => section with { Text = Text(section, parity) })
            .Where(section => section.Text.Length > 0);
        return parity == Parity.Unordered ? SortLines(sections) : sections;
    }

    private static string Text(OutputSection section, Parity? parity)
    {
        var text = section.Kind == OutputSections.Svg ? PictureText.Of(section.Text) : section.Text;
        text = VaryingText.Normalize(text);
        return section.IsPicture || parity == Parity.Shape ? ShapeText.Normalize(text) : text;
    }

    private static IEnumerable<OutputSection> SortLines(IEnumerable<OutputSection> sections) => sections
        .GroupBy(section => section.Kind)
        .OrderBy(kind => kind.Key, StringComparer.Ordinal)
        .Select(kind => kind.First() with { Text = SortLines(kind.SelectMany(section => section.Text.Split('\n'))) });

    private static string SortLines(IEnumerable<string> lines) =>
        string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Join(IEnumerable<OutputSection> sections) =>
        string.Join('\n', sections.Select((section, index) =>
            index == 0 && section.Kind == "stdout" ? section.Text : $"[{section.Kind}]\n{section.Text}"));
}
