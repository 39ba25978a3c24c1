using AsyncBook.Documents;

namespace AsyncBook.Running;

/// <summary>A cell's outputs as text in which two runs of the same cell do not differ.</summary>
internal static class OutputNormalizer
{
    public static string Normalize(IEnumerable<CellOutput> outputs, Parity? parity = null) =>
        Join(Sections(OutputSections.Of(outputs), parity));

    /// <summary>The same, of the pictures alone.</summary>
    public static string NormalizePictures(IEnumerable<CellOutput> outputs, Parity? parity = null) =>
        Join(Sections(OutputSections.Of(outputs).Where(section => section.IsPicture), parity));

    /// <summary>Whether a picture among them is compared by what it shows, having no words.</summary>
    public static bool HaveWordlessPicture(IEnumerable<CellOutput> outputs) =>
        OutputSections.Of(outputs).Any(section => BinaryContent.Is(section.Kind) || IsWordless(section));

    private static IEnumerable<OutputSection> Sections(IEnumerable<OutputSection> raw, Parity? parity)
    {
        var sections = raw
            .Select(section => section with { Text = Text(section, parity) })
            .Where(section => section.Text.Length > 0);
        return parity == Parity.Unordered ? SortLines(sections) : sections;
    }

    private static string Text(OutputSection section, Parity? parity)
    {
        if (BinaryContent.Is(section.Kind))
        {
            return parity == Parity.Shape ? "(not compared: shape)" : section.Text;
        }

        if (IsWordless(section))
        {
            var shapes = PictureText.ShapesOf(section.Text);
            return parity == Parity.Shape ? ShapeText.Normalize(shapes) : shapes;
        }

        var text = section.Kind == OutputSections.Svg ? PictureText.Of(section.Text) : section.Text;
        text = VaryingText.Normalize(text);
        return section.IsPicture || parity == Parity.Shape ? ShapeText.Normalize(text) : text;
    }

    private static bool IsWordless(OutputSection section) =>
        section.Kind == OutputSections.Svg && VaryingText.Normalize(PictureText.Of(section.Text)).Length == 0;

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
