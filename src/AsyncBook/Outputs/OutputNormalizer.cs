using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Services;

namespace AsyncBook.Outputs;

/// <summary>A cell's outputs as text in which two runs of the same cell do not differ.</summary>
/// <param name="addresses">Where the services are that cells speak of.</param>
internal sealed class OutputNormalizer(ServiceAddresses addresses)
{
    private readonly VaryingText _varying = new(addresses.All);

    /// <summary>Whether a cell still gives what is stored for it.</summary>
    public OutputComparison Compare(IReadOnlyList<CellOutput> stored, IReadOnlyList<CellOutput> now, Parity? parity = null)
    {
        var (storedText, nowText) = (Normalize(stored, parity), Normalize(now, parity));
        if (storedText == nowText)
        {
            return new(true, "");
        }

        var diff = UnifiedDiff.Between(storedText, nowText);
        var arePicturesEqual = NormalizePictures(stored, parity) == NormalizePictures(now, parity);
        return new(false, arePicturesEqual ? diff : WhyPicturesDiffer(stored.Concat(now)) + "\n" + diff);
    }

    /// <summary>Whether a cell still makes the steps that are stored for it.</summary>
    public OutputComparison CompareSteps(IReadOnlyList<CellOutput> stored, IReadOnlyList<CellOutput> now, Parity? parity)
    {
        var (storedText, nowText) = (StoredTrace.Stable(stored, parity, _varying), StoredTrace.Stable(now, parity, _varying));
        return storedText == nowText ? new(true, "") : new(false, UnifiedDiff.Between(storedText, nowText));
    }

    public string Normalize(IEnumerable<CellOutput> outputs, Parity? parity = null) =>
        Join(Sections(OutputSections.Read(outputs), parity));

    /// <summary>The same, of the pictures alone.</summary>
    public string NormalizePictures(IEnumerable<CellOutput> outputs, Parity? parity = null) =>
        Join(Sections(OutputSections.Read(outputs).Where(section => section.IsPicture), parity));

    private IEnumerable<OutputSection> Sections(IEnumerable<OutputSection> raw, Parity? parity)
    {
        var sections = raw
            .Select(section => section with { Text = Text(section, parity) })
            .Where(section => section.Text.Length > 0);
        return parity == Parity.Unordered ? SortLines(sections) : sections;
    }

    private string Text(OutputSection section, Parity? parity)
    {
        if (BinaryContent.Is(section.Kind))
        {
            return parity == Parity.Shape ? "(not compared: shape)" : section.Text;
        }

        if (IsWordless(section))
        {
            var shapes = PictureText.ShapesOf(section.Text);
            return parity == Parity.Shape ? ShapeText.Normalize(shapes, _varying) : shapes;
        }

        var text = section.Kind == OutputSections.Svg ? PictureText.AllWords(section.Text) : section.Text;
        text = _varying.Normalize(text);
        return section.IsPicture || parity == Parity.Shape ? ShapeText.Normalize(text, _varying) : text;
    }

    private string WhyPicturesDiffer(IEnumerable<CellOutput> outputs) => HaveWordlessPicture(outputs)
        ? RunWords.PictureDiffers
        : RunWords.PictureTextDiffers;

    // A picture without words is compared by what it shows.
    private bool HaveWordlessPicture(IEnumerable<CellOutput> outputs) =>
        OutputSections.Read(outputs).Any(section => BinaryContent.Is(section.Kind) || IsWordless(section));

    private bool IsWordless(OutputSection section) =>
        section.Kind == OutputSections.Svg && _varying.Normalize(PictureText.AllWords(section.Text)).Length == 0;

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

/// <summary>Whether a cell still gives what is stored for it.</summary>
/// <param name="AreEqual">Whether it does, apart from what may vary.</param>
/// <param name="Diff">If not, the lines that differ: stored ones with a minus, those that came now with a plus.</param>
internal sealed record OutputComparison(bool AreEqual, string Diff);
