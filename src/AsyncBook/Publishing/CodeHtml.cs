namespace AsyncBook.Publishing;

/// <summary>Code in its frame: the language above it, and room for a copy button.</summary>
internal static class CodeHtml
{
    /// <param name="html">The code, highlighted.</param>
    /// <param name="language">As a fence names it.</param>
    /// <param name="note">More for the caption, as HTML.</param>
    public static string Figure(string html, string language, string note = "") =>
        $"""<figure class="code"><figcaption><span class="language">{Name(language)}</span>{note}</figcaption><pre tabindex="0"><code>{html.TrimEnd('\n')}</code></pre></figure>""";

    private static string Name(string language) => language.ToLowerInvariant() switch
    {
        "csharp" or "c#" => "C#",
        "python" => "Python",
        "" or "text" => "文本",
        "bash" or "sh" or "shell" or "console" => "命令行",
        "sql" or "json" or "html" or "xml" or "yaml" => language.ToUpperInvariant(),
        _ => Html.Encode(language),
    };
}
