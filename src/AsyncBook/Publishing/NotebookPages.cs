using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>The notebooks of a folder in the order in which they are read: sections, then reference pages.</summary>
internal static class NotebookPages
{
    private const string Reference = "reference";

    /// <exception cref="NotebookFormatException">The folder is not there, holds no notebook, or one cannot be read.</exception>
    public static IReadOnlyList<NotebookPage> Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new NotebookFormatException(folder, "is not a folder; name the one that holds the notebooks");
        }

        List<NotebookPage> pages = [.. InFolder(folder, ""), .. InFolder(Path.Combine(folder, Reference), Reference + "/")];
        return pages.Count > 0 ? pages : throw new NotebookFormatException(folder, "holds no notebook (*.ipynb)");
    }

    private static IEnumerable<NotebookPage> InFolder(string folder, string prefix) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.ipynb")
            .Order(StringComparer.Ordinal)
            .Select(file => new NotebookPage(Notebook.Load(file), prefix + Path.GetFileName(file)))
        : [];
}
