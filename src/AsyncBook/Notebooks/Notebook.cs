using System.Text.Json.Nodes;

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
