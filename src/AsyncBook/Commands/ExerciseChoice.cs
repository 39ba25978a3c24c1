using AsyncBook.Exercises;
using AsyncBook.Notebooks;

namespace AsyncBook.Commands;

/// <summary>The exercises a learner means by ids, notebooks and folders.</summary>
/// <param name="All">All that were looked through, in their order.</param>
/// <param name="Chosen">Those that were named; where no id was, all.</param>
/// <param name="Unknown">Ids that nobody knows.</param>
internal sealed record ExerciseChoice(IReadOnlyList<Exercise> All, IReadOnlyList<Exercise> Chosen, IReadOnlyList<string> Unknown)
{
    /// <exception cref="NotebookFormatException">A notebook cannot be read, or is not there.</exception>
    public static ExerciseChoice Find(IReadOnlyList<string> words)
    {
        var ids = words.Where(IsId).ToList();
        var files = NotebookFinder.Find([.. words.Where(word => !IsId(word))]);
        // Reading two dozen notebooks takes longer than checking one answer: the id says which to read first.
        var likely = files.Where(file => ids.Exists(id => Path.GetFileName(file).StartsWith(NotebookOf(id), StringComparison.Ordinal))).ToList();
        return ids.Count > 0 && Choose(likely, ids) is { Unknown: [] } found ? found : Choose(files, ids);
    }

    private static bool IsId(string word) =>
        !File.Exists(word) && !Directory.Exists(word) && !word.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) && word.AsSpan().IndexOfAny('/', '\\') < 0;

    private static string NotebookOf(string id) => id.LastIndexOf('-') is > 0 and var dash ? id[..dash] : id;

    private static ExerciseChoice Choose(IReadOnlyList<string> files, List<string> ids)
    {
        var all = files.Select(Notebook.Load).SelectMany(ExerciseFinder.Find).ToList();
        return new(
            all,
            ids.Count == 0 ? all : [.. all.Where(exercise => ids.Contains(exercise.Id, StringComparer.Ordinal))],
            [.. ids.Except(all.Select(exercise => exercise.Id), StringComparer.Ordinal)]);
    }
}
