using System.Text.Json.Nodes;

namespace AsyncBook.Notebooks;

/// <summary>A cell, as a view of its JSON: what is not asked for here stays in the file as it is.</summary>
internal sealed class NotebookCell
{
    private readonly JsonObject _json;
    private readonly AsyncBookMetadata _own;
    private readonly string _notebookLanguage;

    /// <exception cref="FormatException">The cell's own metadata has a value of the wrong shape.</exception>
    public NotebookCell(JsonObject json, int number, string notebookLanguage)
    {
        _json = json;
        _own = AsyncBookMetadata.Read(json["metadata"]);
        Id = json["id"]?.GetValue<string>() ?? $"cell-{number}";
        Kind = Enum.Parse<CellKind>(json["cell_type"]!.GetValue<string>(), ignoreCase: true);
        Language = CellLanguage.OfCell(json["metadata"], notebookLanguage);
        Tags = [.. (json["metadata"]?["tags"] as JsonArray ?? []).Select(tag => tag?.ToString() ?? "")];
        _notebookLanguage = notebookLanguage;
    }

    public string Id { get; }

    public CellKind Kind { get; }

    public string Language { get; }

    public string Source => MultilineText.Read(_json["source"])!;

    /// <summary>Jupyter's words on how to treat the cell.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>How many of its lines do not end where the next one begins: nbformat keeps "\n" in each but the last.</summary>
    public int LinesWithoutEnd => _json["source"] is JsonArray { Count: > 1 } lines
        ? lines.SkipLast(1).Count(line => !line!.GetValue<string>().EndsWith('\n'))
        : 0;

    public string Title => CellTitle.Find(Kind, Source, otherwise: Id);

    public IReadOnlyList<string> Needs => _own.Needs;

    /// <summary>The blocks of the tutorial this cell quotes.</summary>
    public IReadOnlyList<string> Originals => _own.Originals;

    /// <summary>The block of the tutorial this cell is in C#.</summary>
    public string? Ports => _own.Ports;

    public Parity? Parity => _own.Parity;

    public CellRole? Role => _own.Role;

    public string? ExerciseId => _own.ExerciseId;

    /// <summary>Whether it can be stepped through: its steps are stored with its outputs.</summary>
    public bool IsTraced => _own.IsTraced;

    /// <summary>The cell a prediction is about.</summary>
    public string? Of => _own.Of;

    /// <summary>Which execution of its session the cell's outputs come from, where an editor counted.</summary>
    public int? ExecutionCount => _json["execution_count"] is JsonValue value && value.TryGetValue<int>(out var count) ? count : null;

    public IReadOnlyList<CellOutput> Outputs =>
        _json["outputs"] is JsonArray outputs ? [.. outputs.Select(output => OutputJson.Read(output!.AsObject()))] : [];

    public void ReplaceOutputs(IReadOnlyList<CellOutput> outputs)
    {
        if (Kind != CellKind.Code)
        {
            throw new InvalidOperationException($"{Id} is a {Kind} cell: only code has outputs.");
        }

        _json["execution_count"] = null;
        _json["outputs"] = new JsonArray([.. outputs.Select(OutputJson.Write)]);
    }

    /// <summary>Removes what an editor notes down for itself: counts, times, the outputs that are its own.</summary>
    public void ForgetEditors(Predicate<CellOutput> isTheirs)
    {
        if (_json["metadata"] is JsonObject metadata)
        {
            metadata.Remove("execution");
            RemoveLanguageId(metadata);
        }

        if (Kind != CellKind.Code)
        {
            return;
        }

        _json["execution_count"] = null;
        if (_json["outputs"] is JsonArray outputs)
        {
            outputs.RemoveAll(output => isTheirs(OutputJson.Read(output!.AsObject())));
            foreach (var output in outputs.OfType<JsonObject>().Where(output => output["execution_count"] is not null))
            {
                output["execution_count"] = null;
            }
        }
    }

    // Where nothing else says the cell's language, it is not for its editor alone.
    private void RemoveLanguageId(JsonObject metadata)
    {
        var note = metadata["vscode"];
        metadata.Remove("vscode");
        if (Kind == CellKind.Code && CellLanguage.OfCell(metadata, _notebookLanguage) != Language)
        {
            metadata["vscode"] = note;
        }
    }

    public void ReplaceSource(string source) => _json["source"] = MultilineText.Write(source);
}

internal enum CellKind
{
    Markdown,
    Code,
    Raw,
}
