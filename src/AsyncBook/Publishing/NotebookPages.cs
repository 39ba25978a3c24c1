using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>The notebooks of a folder in the order in which they are read: sections, what goes deeper, then reference pages.</summary>
internal static class NotebookPages
{
    private const string Deeper = "more";
    private const string Reference = "reference";

    /// <exception cref="NotebookFormatException">The folder is not there, holds no notebook, or one cannot be read.</exception>
    public static IReadOnlyList<NotebookPage> Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new NotebookFormatException(folder, NotebookWords.NoFolder);
        }

        List<NotebookPage> pages = [.. InFolder(folder, ""), .. InFolder(Path.Combine(folder, Deeper), Deeper + "/"), .. InFolder(Path.Combine(folder, Reference), Reference + "/")];
        return pages.Count > 0 ? pages : throw new NotebookFormatException(folder, NotebookWords.NoneInFolder);
    }

    private static IEnumerable<NotebookPage> InFolder(string folder, string prefix) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.ipynb")
            .Order(StringComparer.Ordinal)
            .Select(file => new NotebookPage(Notebook.Load(file), prefix + Path.GetFileName(file)))
        : [];
}

/// <param name="Notebook">What the page shows.</param>
/// <param name="Source">The notebook's path from the notebooks' folder, with "/".</param>
internal sealed record NotebookPage(Notebook Notebook, string Source)
{
    /// <summary>The page's address from the site's root.</summary>
    public string Address { get; } = Source[..^".ipynb".Length] + ".html";

    public string Title { get; } = Notebook.Cells.Count > 0 && Notebook.Cells[0].Kind == CellKind.Markdown
        ? Notebook.Cells[0].Title
        : System.IO.Path.GetFileNameWithoutExtension(Source);

    /// <summary>What the contents put it under.</summary>
    public string Part => Source switch
    {
        ['r', 'e', 'f', 'e', 'r', 'e', 'n', 'c', 'e', '/', ..] => "参考",
        ['m', 'o', 'r', 'e', '/', ..] => "再深一步",
        ['1', '.', ..] => "第一部分 · asyncio 与 C#",
        ['2', '.', ..] => "第二部分 · 用起来",
        _ => "开始",
    };
}
