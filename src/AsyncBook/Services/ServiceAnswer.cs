namespace AsyncBook.Services;

/// <summary>What came of asking a service for its version: one of a closed set.</summary>
internal abstract record ServiceAnswer
{
    private ServiceAnswer()
    {
    }

    /// <summary>It can be used.</summary>
    internal sealed record Here(string Version, TimeSpan Latency) : ServiceAnswer;

    /// <summary>Somebody is there, and will not have us.</summary>
    internal sealed record Refused(string Words) : ServiceAnswer;

    /// <summary>Nobody is there, or nobody who speaks in time.</summary>
    internal sealed record Silent : ServiceAnswer;
}
