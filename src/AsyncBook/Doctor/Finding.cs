namespace AsyncBook.Doctor;

/// <summary>One line of <c>asyncbook doctor</c>.</summary>
/// <param name="State">Whether it is here.</param>
/// <param name="What">What was looked for.</param>
/// <param name="Detail">What was found: a version, a place, a reason.</param>
/// <param name="Remedy">The command, or the step, that mends it, one a line; empty where there is nothing to mend.</param>
internal sealed record Finding(FindingState State, string What, string Detail, string Remedy = "")
{
    public static Finding Ok(string what, string detail) => new(FindingState.Ok, what, detail);

    public static Finding Missing(string what, string detail, string remedy) => new(FindingState.Missing, what, detail, remedy);

    public static Finding Broken(string what, string detail, string remedy) => new(FindingState.Broken, what, detail, remedy);

    public static Finding Optional(string what, string detail, string remedy) => new(FindingState.Optional, what, detail, remedy);
}

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
