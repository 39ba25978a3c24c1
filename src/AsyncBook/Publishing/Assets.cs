namespace AsyncBook.Publishing;

/// <summary>The style sheets, scripts and page frame that are built into the program.</summary>
internal static class Assets
{
    /// <summary>What every page loads.</summary>
    public static IReadOnlyList<string> Styles { get; } = ["book.css", "code.css", "learn.css", "slides.css", "print.css"];

    /// <inheritdoc cref="Styles"/>
    public static IReadOnlyList<string> Scripts { get; } = ["book.js", "quiz.js", "player.js", "keys.js", "search.js", "fit.js", "slides.js", "speaker.js"];

    /// <summary>What of the scripts the page for paper loads: nothing on it is asked, stepped through or projected.</summary>
    public static IReadOnlyList<string> PaperScripts { get; } = ["book.js", "keys.js", "search.js"];

    /// <summary>What a page loads besides where a server is behind it.</summary>
    public static IReadOnlyList<string> LiveStyles { get; } = ["live.css"];

    /// <inheritdoc cref="LiveStyles"/>
    public static IReadOnlyList<string> LiveScripts { get; } =
    [
        "editor.js", "live-progress.js", "live-line.js", "live-bar.js", "live-editors.js", "live-cells.js",
        "live-guesses.js", "live-exercises.js", "live-answers.js", "live-output.js", "live.js",
    ];

    /// <summary>What of it a page loads that has no cells.</summary>
    public const string LiveProgress = "live-progress.js";

    /// <summary>What else the site has of them: what stands in the head of a page, and what a page asks for when it needs it.</summary>
    public static IReadOnlyList<string> Others { get; } = ["theme.js", "lost.js", "replay.js", "lanes.js", "steps.js", "class.js", "presenter.css", "presenter.js", "favicon.svg"];

    /// <summary>The attribute that says for which medium a style sheet is: a printed page is never a slide.</summary>
    public static string Medium(string style) => style switch
    {
        "print.css" => " media=\"print\"",
        "slides.css" => " media=\"screen\"",
        _ => "",
    };

    public static bool Has(string name) => name.Length > 0 && !name.StartsWith("bundle.", StringComparison.Ordinal) && typeof(Assets).Assembly.GetManifestResourceInfo(name) is not null;

    public static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built into the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
