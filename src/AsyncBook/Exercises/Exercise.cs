using AsyncBook.Notebooks;

namespace AsyncBook.Exercises;

/// <summary>An exercise in a learner's notebook, and what the notebook's own cells tell about it.</summary>
/// <param name="Id">As in 1.4-a.</param>
/// <param name="Notebook">The notebook it stands in.</param>
/// <param name="Cell">Where the learner writes the answer.</param>
/// <param name="Check">The cell that judges it.</param>
/// <param name="Stub">What <paramref name="Cell"/> held in the beginning.</param>
internal sealed record Exercise(string Id, Notebook Notebook, NotebookCell Cell, NotebookCell Check, string Stub)
{
    private const string Passed = "通过：", Failed = "还不对：";

    /// <summary>What it is called, without its number.</summary>
    public string Title => Cell.Title[(Cell.Title.IndexOf('：', StringComparison.Ordinal) + 1)..];

    public bool IsStub => Cell.Source.TrimEnd() == Stub.TrimEnd();

    public ExerciseState State => IsStub ? ExerciseState.NotStarted
        : IsCheckOutdated ? ExerciseState.Begun
        : Verdict.StartsWith(Passed, StringComparison.Ordinal) ? ExerciseState.Solved
        : Verdict.StartsWith(Failed, StringComparison.Ordinal) ? ExerciseState.NotYet
        : ExerciseState.Begun;

    /// <summary>What the check printed last, without the exercise's number; empty if it never ran.</summary>
    public string Verdict => string.Concat(Check.Outputs.OfType<StreamOutput>().Select(output => output.Text))
        .Split('\n').LastOrDefault(line => line.StartsWith(Id + " ", StringComparison.Ordinal))?[(Id.Length + 1)..].Trim() ?? "";

    // Editors count executions: an answer that ran after its check has not been judged.
    private bool IsCheckOutdated => Cell.ExecutionCount > Check.ExecutionCount;

    /// <summary>Puts the stub back, and forgets what running the learner's answer printed.</summary>
    public void Reset()
    {
        Cell.ReplaceSource(Stub.TrimEnd());
        Cell.ReplaceOutputs([]);
        Check.ReplaceOutputs([]);
    }
}

/// <summary>How far a learner has come with an exercise.</summary>
internal enum ExerciseState
{
    /// <summary>The cell holds the stub.</summary>
    NotStarted,

    /// <summary>The cell was changed; its check has not run since, or had nothing to judge.</summary>
    Begun,

    /// <summary>The check said 还不对, and why.</summary>
    NotYet,

    /// <summary>The check said 通过.</summary>
    Solved,
}
