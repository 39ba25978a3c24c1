using AsyncBook.Documents;

namespace AsyncBook.Running;

/// <summary>Whether a cell still gives what is stored for it.</summary>
/// <param name="AreEqual">Whether it does, apart from what may vary.</param>
/// <param name="Diff">If not, the lines that differ: stored ones with a minus, those that came now with a plus.</param>
internal sealed record OutputComparison(bool AreEqual, string Diff)
{
    public static OutputComparison Compare(
        IReadOnlyList<CellOutput> stored, IReadOnlyList<CellOutput> now, Parity? parity = null)
    {
        var storedText = OutputNormalizer.Normalize(stored, parity);
        var nowText = OutputNormalizer.Normalize(now, parity);
        if (storedText == nowText)
        {
            return new(true, "");
        }

        var diff = UnifiedDiff.Between(storedText, nowText);
        var arePicturesEqual =
            OutputNormalizer.NormalizePictures(stored, parity) == OutputNormalizer.NormalizePictures(now, parity);
        return new(false, arePicturesEqual ? diff : Why(stored.Concat(now)) + "\n" + diff);
    }

    private static string Why(IEnumerable<CellOutput> outputs) => OutputNormalizer.HaveWordlessPicture(outputs)
        ? "a picture differs, has come or has gone"
        : "the picture's text differs (its shapes are not compared)";
}
