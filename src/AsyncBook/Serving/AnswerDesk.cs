using System.Security.Cryptography;
using System.Text;
using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Serving;

/// <summary>Answers between a page and its notebook's own cells: nothing that anybody wrote is lost, neither here nor in another editor.</summary>
internal sealed class AnswerDesk
{
    private const int Tries = 3;

    // One for all pages: two tabs may save into one notebook.
    private readonly Lock _gate = new();

    /// <summary>What an answer is known by: an editor's line ends make no other one of it.</summary>
    public static string HashOf(string answer) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AnswerText.Normalize(answer))))[..16];

    /// <summary>Puts an answer into its notebook.</summary>
    /// <param name="path">The notebook.</param>
    /// <param name="id">The exercise.</param>
    /// <param name="source">The answer.</param>
    /// <param name="since">The hash of what it was made from.</param>
    /// <returns>The exercise as it is then, or what somebody else has written meanwhile, with nothing changed.</returns>
    /// <exception cref="NotebookSaveException">It cannot be written.</exception>
    public SaveOutcome Save(string path, string id, string source, string since) => Change(path, id, exercise =>
    {
        var here = HashOf(exercise.Cell.Source);
        if (here != since && here != HashOf(source))
        {
            return new SaveOutcome.Conflict(exercise.Cell.Source, here);
        }

        // The same text with other line ends is no reason to touch the file.
        if (here != HashOf(source))
        {
            exercise.Answer(source);
        }

        return new SaveOutcome.Saved(exercise);
    });

    /// <summary>Ends a conflict: one text goes into the notebook, the other into a file.</summary>
    /// <returns>The exercise, and the file.</returns>
    /// <exception cref="NotebookSaveException">It cannot be written.</exception>
    public (SaveOutcome Outcome, string Kept) Resolve(string path, string id, string mine, bool keepsMine)
    {
        var kept = "";
        var outcome = Change(path, id, exercise =>
        {
            kept = AnswerKeeper.Keep(id, keepsMine ? exercise.Cell.Source : mine);
            if (keepsMine)
            {
                exercise.Answer(mine);
            }

            return new SaveOutcome.Saved(exercise);
        });
        return (outcome, kept);
    }

    /// <summary>Puts the stub back.</summary>
    /// <returns>The exercise, and the file that holds the answer; null where there was none.</returns>
    /// <exception cref="NotebookSaveException">It cannot be written.</exception>
    public (SaveOutcome Outcome, string? Kept) Reset(string path, string id)
    {
        string? kept = null;
        var outcome = Change(path, id, exercise =>
        {
            kept = exercise.IsStub ? null : AnswerKeeper.Keep(id, exercise.Cell.Source);
            exercise.Reset();
            return new SaveOutcome.Saved(exercise);
        });
        return (outcome, kept);
    }

    /// <summary>Remembers what a check said of an answer, and shows it in the notebook if the answer still stands there.</summary>
    /// <exception cref="NotebookSaveException">It cannot be written.</exception>
    public SaveOutcome Judge(string path, string id, string source, ExerciseVerdict verdict) => Change(path, id, exercise =>
    {
        VerdictStore.Keep(source, exercise.Check.Source, verdict);
        if (HashOf(exercise.Cell.Source) == HashOf(source))
        {
            exercise.Show(verdict);
        }

        return new SaveOutcome.Saved(exercise);
    });

    private SaveOutcome Change(string path, string id, Func<Exercise, SaveOutcome> change)
    {
        lock (_gate)
        {
            for (var attempt = 1; ; attempt++)
            {
                var exercise = ExerciseFinder.Find(Notebook.Load(path)).FirstOrDefault(found => found.Id == id)
                    ?? throw new NotebookFormatException(path, ServeWords.NoSuchExercise(id));
                try
                {
                    var outcome = change(exercise);
                    exercise.Notebook.Save();
                    return outcome;
                }
                catch (NotebookSaveException) when (attempt < Tries)
                {
                    // Somebody saved it between our reading and our writing: read it again.
                }
            }
        }
    }
}

/// <summary>What became of a text that was to be saved: one of a closed set.</summary>
internal abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>It is in the notebook.</summary>
    internal sealed record Saved(Exercise Exercise) : SaveOutcome;

    /// <summary>The notebook holds something else, and is as it was.</summary>
    internal sealed record Conflict(string Disk, string Hash) : SaveOutcome;
}
