namespace AsyncBook.Exercises;

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
