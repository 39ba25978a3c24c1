using AsyncBook.Commands;

namespace AsyncBook.Content.Tests.Workshop;

/// <summary>For which reasons a test may be skipped: a server or a network that is not here.</summary>
internal static class Skips
{
    // Nobody answered. All other codes of NuGet are what a feed said: that it has no such package, or no such version.
    private const string Unreachable = "NU1301";

    /// <summary>Fails for what is wrong, skips the test for what is not here, and goes on where there is no reason.</summary>
    public static void Allow(IReadOnlyList<string> reasons)
    {
        // Such a cell is run, and compared, by NextRuntimeTests.
        reasons = [.. reasons.Where(reason => !reason.StartsWith("needs .NET 11", StringComparison.Ordinal))];
        Assert.Empty(Wrong(reasons));
        var isRequired = Environment.GetEnvironmentVariable(ExitCode.RequireVariable) == "all";
        Assert.False(isRequired && reasons.Count > 0, $"{ExitCode.RequireVariable} is all, and: {string.Join('\n', reasons)}");
        Assert.SkipWhen(reasons.Count > 0, reasons.Count > 0 ? reasons[0] : "");
    }

    /// <summary>A package that a feed answered about, and refused: the pin is wrong, here and for every learner.</summary>
    public static IEnumerable<string> Wrong(IEnumerable<string> reasons) => reasons.Where(reason =>
        reason.StartsWith("NU", StringComparison.Ordinal) && !reason.StartsWith(Unreachable, StringComparison.Ordinal));
}
