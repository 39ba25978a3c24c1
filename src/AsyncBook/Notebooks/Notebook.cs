using System.Text.Json.Nodes;
using AsyncBook.Language;

namespace AsyncBook.Notebooks;

/// <summary>A notebook file: its JSON, whole, with views of the parts the runner needs.</summary>
internal sealed class Notebook
{
    private readonly JsonObject _json;
    private byte[] _bytesOnDisk;
    private string _savedJson;

    private Notebook(string path, byte[] bytes, JsonObject json, IReadOnlyList<NotebookCell> cells)
    {
        Path = path;
        Needs = AsyncBookMetadata.Read(json["metadata"]).Needs;
        Cells = cells;
        _json = json;
        _bytesOnDisk = bytes;
        _savedJson = ToJson();
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The folder it lies in, in which its cells work.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    public IReadOnlyList<NotebookCell> Cells { get; }

    /// <summary>What every cell of the notebook needs.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <exception cref="NotebookFormatException">The file is missing, unreadable or no notebook.</exception>
    public static Notebook Load(string path)
    {
        var bytes = NotebookFile.Read(path);
        var json = NotebookShape.Check(path, NotebookJson.Parse(path, bytes));
        try
        {
            return new(path, bytes, json, NotebookCells.Read(json));
        }
        catch (FormatException exception)
        {
            throw new NotebookFormatException(path, exception.Message, exception);
        }
    }

    public string ToJson() => NotebookWriter.Write(_json) + (_bytesOnDisk[^1] == '\n' ? "\n" : "");

    /// <summary>Removes what editors note down for themselves; the language, which each describes in its own words, is C# again.</summary>
    public void ForgetEditors(Predicate<CellOutput> isTheirs)
    {
        foreach (var cell in Cells)
        {
            cell.ForgetEditors(isTheirs);
        }

        if (_json["metadata"] is JsonObject metadata && metadata["language_info"] is JsonObject
            && metadata["kernelspec"] is JsonObject kernel && kernel["name"].AsText() == ".net-csharp")
        {
            metadata["language_info"] = new JsonObject { ["name"] = "C#" };
        }
    }

    /// <summary>Writes the notebook back if anything in it changed since it was loaded or saved.</summary>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="NotebookSaveException">It could not be; the file is as it was.</exception>
    public bool Save()
    {
        var text = ToJson();
        if (text == _savedJson)
        {
            return false;
        }

        _bytesOnDisk = NotebookSaving.Replace(Path, _bytesOnDisk, text);
        _savedJson = text;
        return true;
    }
}

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
            throw new FormatException(NotebookWords.CellAt(number, exception.Message), exception);
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
                throw new FormatException(NotebookWords.SameId(number, id, seen[id]));
            }
        }
    }
}
