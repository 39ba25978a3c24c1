using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Exercises;

/// <summary>An exercise in a learner's notebook, and how far its answer is.</summary>
/// <param name="Id">As in 1.4-a.</param>
/// <param name="Notebook">The notebook it stands in.</param>
/// <param name="Cell">Where the learner writes the answer.</param>
/// <param name="Check">The cell that judges it.</param>
/// <param name="Stub">What <paramref name="Cell"/> held in the beginning.</param>
/// <param name="Root">The folder that holds the notebooks' folder and data.</param>
internal sealed record Exercise(string Id, Notebook Notebook, NotebookCell Cell, NotebookCell Check, string Stub, string Root)
{
    /// <summary>What it is called, without its number.</summary>
    public string Title => Cell.Title[(Cell.Title.IndexOf('：', StringComparison.Ordinal) + 1)..];

    public bool IsStub => AnswerText.Normalize(Cell.Source) == AnswerText.Normalize(Stub);

    /// <summary>What the check said of the answer that the cell holds now; null if it has not judged it.</summary>
    public ExerciseVerdict? Verdict => VerdictStore.Find(Id, Cell.Source, Check.Source);

    public ExerciseState State =>
        IsStub ? ExerciseState.NotStarted
        : Verdict?.State is { } state and not ExerciseState.NotStarted ? state
        : ExerciseState.Begun;

    /// <summary>The task in words: the text that stands before the cell, from the exercise's own heading on.</summary>
    public string Task => Before(Cell) is { Kind: CellKind.Markdown, Role: null } text && text.Source.IndexOf(Id, StringComparison.Ordinal) is >= 0 and var id
        ? text.Source[(text.Source.LastIndexOf('\n', id) + 1)..].TrimStart('#', ' ')
        : Cell.Title;

    /// <summary>The hints, one after the other.</summary>
    public IReadOnlyList<string> Hints =>
        [.. Notebook.Cells.Where(cell => cell.Role == CellRole.Hint && cell.ExerciseId == Id).Select(cell => FoldedText.Open(cell.Source))];

    /// <summary>What the notebook, the answer and its check need.</summary>
    public IEnumerable<string> Needs => Notebook.Needs.Concat(Cell.Needs).Concat(Check.Needs).Distinct(StringComparer.Ordinal);

    /// <summary>Puts an answer into the notebook's cell.</summary>
    public void Answer(string text) => Cell.ReplaceSource(AnswerText.Normalize(text));

    /// <summary>Puts under the check's cell what it says of the answer.</summary>
    public void Show(ExerciseVerdict verdict) => Check.ReplaceOutputs([new StreamOutput("stdout", verdict.Line + "\n")]);

    /// <summary>Puts the stub back, and under the check what it says of a stub: the notebook is as it came.</summary>
    public void Reset()
    {
        Answer(Stub);
        Cell.ReplaceOutputs([]);
        Show(new ExerciseVerdict(Id, ExerciseState.NotStarted, global::Check.Unfinished));
    }

    private NotebookCell? Before(NotebookCell cell) => Notebook.Cells.TakeWhile(other => other != cell).LastOrDefault();
}
