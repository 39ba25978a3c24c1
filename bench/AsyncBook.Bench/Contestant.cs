namespace AsyncBook.Bench;

/// <summary>One implementation of one piece of work.</summary>
/// <param name="Group">For --only.</param>
/// <param name="Name">What runs it.</param>
/// <param name="Baseline">asyncio or uvloop, where the others are compared with this one.</param>
/// <param name="Measure">Runs it once.</param>
internal record Contestant(string Group, string Name, string? Baseline, Func<IEnumerable<Measurement>> Measure);

/// <summary>One figure of one run.</summary>
/// <param name="Row">Which table row it belongs to; like is compared with like.</param>
/// <param name="Unit">Seconds and megabytes: less is better. Anything else: more is.</param>
/// <param name="Value">The figure.</param>
internal readonly record struct Measurement(string Row, string Unit, double Value);
