namespace AsyncBook.Exercises;

/// <summary>Keeps an exercise's file and the notebook's own cell in step: whichever was changed since they agreed goes into the other.</summary>
internal static class AnswerSync
{
    /// <summary>Makes them the same. Where both were changed, the file is what is being worked on: the notebook's answer is kept beside it.</summary>
    public static SyncOutcome Run(Exercise exercise, DateTime now)
    {
        var file = new AnswerFile(exercise);
        var (inFile, inNotebook, agreed) = (file.Read(), AnswerText.Normalize(exercise.Cell.Source), file.Agreed ?? AnswerText.Normalize(exercise.Stub));
        if (inFile is null || (inFile == agreed && inNotebook != agreed))
        {
            file.Write(inNotebook);
            file.Agreed = inNotebook;
            return new(SyncDirection.IntoFile, null);
        }

        if (inFile == inNotebook)
        {
            file.Agreed = inFile;
            return new(SyncDirection.None, null);
        }

        var kept = inNotebook == agreed
            ? null
            : AnswerKeeper.Keep(AnswerFile.FolderOf(exercise.Root), $"{exercise.Id}.notebook", inNotebook, now);
        exercise.Answer(inFile);
        exercise.Notebook.Save();
        file.Agreed = inFile;
        return new(SyncDirection.IntoNotebook, kept);
    }
}

/// <summary>What was done to make file and notebook the same.</summary>
/// <param name="Direction">Where the answer went.</param>
/// <param name="Kept">Where the notebook's answer was put, if both had been changed.</param>
internal sealed record SyncOutcome(SyncDirection Direction, string? Kept);

internal enum SyncDirection
{
    /// <summary>They were the same.</summary>
    None,

    /// <summary>From the notebook into the file.</summary>
    IntoFile,

    /// <summary>From the file into the notebook.</summary>
    IntoNotebook,
}
