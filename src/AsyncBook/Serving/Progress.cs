using AsyncBook.Exercises;
using AsyncBook.Publishing;
using AsyncBook.Running;

namespace AsyncBook.Serving;

/// <summary>How far a learner is with every exercise of the book.</summary>
internal sealed record Progress(IReadOnlyList<ExerciseProgress> Exercises)
{
    public static Progress Of(IEnumerable<NotebookPage> pages) => new(
    [
        .. from page in pages
           from exercise in ExerciseFinder.Find(page.Notebook)
           select new ExerciseProgress(exercise.Id, page.Source, page.Address, Name(exercise.State)),
    ]);

    /// <summary>A state as messages call it.</summary>
    public static string Name(ExerciseState state) => state switch
    {
        ExerciseState.Solved => "passed",
        ExerciseState.NotYet => "not-yet",
        ExerciseState.Begun => "begun",
        _ => "begun-not",
    };
}

/// <param name="Id">As in 1.4-a.</param>
/// <param name="Notebook">Its notebook, from the notebooks' folder.</param>
/// <param name="Page">Its page.</param>
/// <param name="State">begun-not, begun, not-yet or passed.</param>
internal sealed record ExerciseProgress(string Id, string Notebook, string Page, string State);
