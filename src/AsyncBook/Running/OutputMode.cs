namespace AsyncBook.Running;

/// <summary>What becomes of a run's outputs.</summary>
internal enum OutputMode
{
    /// <summary>They are shown, and the notebook stays as it is.</summary>
    Forget,

    /// <summary>They replace the stored ones where they say something else.</summary>
    Save,

    /// <summary>They are compared with the stored ones; a difference is a failure.</summary>
    Check,
}
