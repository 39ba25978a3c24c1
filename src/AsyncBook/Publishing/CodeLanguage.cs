using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>Languages of code: as a fence names them, as their files end, as readers know them.</summary>
internal static class CodeLanguage
{
    private static readonly (string[] Fences, string Extension, string Label)[] _known =
    [
        ([CellLanguage.CSharp, "c#"], "cs", "C#"),
        (["python"], "py", "Python"),
        (["bash", "sh", "shell", "console"], "sh", "命令行"),
        (["text", ""], "", "文本"),
        (["sql"], "sql", "SQL"),
        (["json"], "json", "JSON"),
        (["html"], "html", "HTML"),
        (["xml"], "xml", "XML"),
        (["yaml"], "yml", "YAML"),
        (["javascript"], "js", "javascript"),
        (["powershell"], "ps1", "powershell"),
    ];

    /// <summary>What a reader knows it by; an unknown one by its own name.</summary>
    public static string Label(string fence) => Find(fence)?.Label ?? fence;

    /// <summary>How its files end, without the dot.</summary>
    public static string Extension(string fence) => Find(fence)?.Extension ?? fence.ToLowerInvariant();

    public static string ForFile(string path)
    {
        var extension = Path.GetExtension(path).TrimStart('.');
        return _known.FirstOrDefault(language => language.Extension == extension).Fences?[0] ?? extension;
    }

    private static (string Extension, string Label)? Find(string fence) => _known
        .Where(language => language.Fences.Contains(fence, StringComparer.OrdinalIgnoreCase))
        .Select(language => ((string, string)?)(language.Extension, language.Label))
        .FirstOrDefault();
}
