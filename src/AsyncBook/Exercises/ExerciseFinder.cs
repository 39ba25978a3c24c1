using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Exercises;

/// <summary>The exercises of notebooks, with their stubs from data/exercises beside the notebooks' folder.</summary>
internal static class ExerciseFinder
{
    /// <exception cref="NotebookFormatException">An exercise has no check, or its stub is not there.</exception>
    public static IReadOnlyList<Exercise> Find(Notebook notebook) =>
    [
        .. notebook.Cells.Where(cell => cell is { Role: CellRole.Exercise, ExerciseId: not null }).Select(cell => Read(notebook, cell)),
    ];

    /// <summary>The folder that holds the notebooks' folder and data: above it, or above "more" in it.</summary>
    private static string Root(Notebook notebook)
    {
        var beside = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!, ".."));
        var above = Path.GetDirectoryName(beside) ?? beside;
        bool HasExercises(string folder) => Directory.Exists(Path.Combine(folder, "data", "exercises"));
        return HasExercises(above) && !HasExercises(beside) ? above : beside;
    }

    private static Exercise Read(Notebook notebook, NotebookCell cell)
    {
        var id = cell.ExerciseId!;
        var check = VerdictStore.CheckOf(notebook, id)
            ?? throw new NotebookFormatException(notebook.Path, NotebookWords.NoCheck(id));
        var root = Root(notebook);
        var stub = Path.Combine(root, "data", "exercises", id, "stub.cs");
        return File.Exists(stub)
            ? new(id, notebook, cell, check, File.ReadAllText(stub).ReplaceLineEndings("\n"), root)
            : throw new NotebookFormatException(notebook.Path, NotebookWords.NoStub(id, stub));
    }
}
