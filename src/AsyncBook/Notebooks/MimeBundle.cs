namespace AsyncBook.Notebooks;

/// <summary>One value in several formats, in the order given. A JSON format's text is the JSON itself.</summary>
internal sealed class MimeBundle(IEnumerable<KeyValuePair<string, string>> formats)
{
    public IReadOnlyList<KeyValuePair<string, string>> Formats { get; } =
        [.. formats.DistinctBy(format => format.Key, StringComparer.Ordinal)];

    public string? this[string mime] =>
        Formats.Where(format => format.Key == mime).Select(format => format.Value).FirstOrDefault();

    public static MimeBundle Of(string mime, string text) => new([KeyValuePair.Create(mime, text)]);
}
