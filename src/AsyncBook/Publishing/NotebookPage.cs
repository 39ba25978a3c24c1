using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

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
        ['1', '.', ..] => "第一部分 · asyncio 与 C#",
        ['2', '.', ..] => "第二部分 · 用起来",
        _ => "开始",
    };
}
