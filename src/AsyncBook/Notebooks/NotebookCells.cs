using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>The cells of a notebook, each with an id of its own.</summary>
internal static class NotebookCells
{
    /// <exception cref="FormatException">A cell's own metadata is wrong, or an id stands twice.</exception>
    public static IReadOnlyList<NotebookCell> Read(JsonObject notebook)
    {
        var language = CellLanguage.OfNotebook(notebook["metadata"]);
        var cells = notebook["cells"]!.AsArray()
            .Select((cell, index) => Read(cell!.AsObject(), index + 1, language))
            .ToList();
        CheckIds(cells);
        return cells;
    }

    private static NotebookCell Read(JsonObject json, int number, string language)
    {
        try
        {
            return new(json, number, language);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"cell {number}: {exception.Message}", exception);
        }
    }

    private static void CheckIds(List<NotebookCell> cells)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 1; number <= cells.Count; number++)
        {
            var id = cells[number - 1].Id;
            if (!seen.TryAdd(id, number))
            {
                throw new FormatException($"cell {number}: its id \"{id}\" is already that of cell {seen[id]}");
            }
        }
    }
}
