namespace AsyncBook.Doctor;

/// <summary>Whether something is here.</summary>
internal enum FindingState
{
    Ok,

    /// <summary>Not here, and some notebook cannot run without it.</summary>
    Missing,

    /// <summary>Here, but it does not work; 'asyncbook run' does without.</summary>
    Broken,

    /// <summary>Not here, and nothing fails for that.</summary>
    Optional,
}
