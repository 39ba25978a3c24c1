using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Running;
using Spectre.Console;

namespace AsyncBook.Commands.Views;

/// <summary>The exercises, and how far each is.</summary>
internal static class ExerciseTable
{
    public static Table Of(IReadOnlyList<Exercise> exercises)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(ExerciseWords.Columns);
        foreach (var exercise in exercises)
        {
            table.AddRow(
                exercise.Id.Escaped(),
                exercise.Title.Escaped(),
                VerdictText.Markup(exercise.State),
                (exercise.State is ExerciseState.NotYet or ExerciseState.Solved ? exercise.Verdict!.Words : "").Escaped());
        }

        return table;
    }
}
