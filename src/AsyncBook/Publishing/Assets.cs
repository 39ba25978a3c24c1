namespace AsyncBook.Publishing;

/// <summary>The style sheets, scripts and page frame that are built into the program.</summary>
internal static class Assets
{
    /// <summary>What every page loads.</summary>
    public static IReadOnlyList<string> Styles { get; } = ["book.css", "code.css", "slides.css", "print.css"];

    /// <inheritdoc cref="Styles"/>
    public static IReadOnlyList<string> Scripts { get; } = ["book.js", "keys.js", "search.js", "slides.js"];

    public static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built into the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
