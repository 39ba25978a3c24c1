using System.Text.RegularExpressions;

namespace AsyncBook.Kernel.Packages;

/// <summary>A package that cannot be had; the message names it and says what the feed said.</summary>
internal sealed class PackageException(string message) : Exception(message);

/// <summary>Says which packages could not be restored, in the feed's own words.</summary>
internal static partial class RestoreFailure
{
    public static string Describe(IReadOnlyList<PackageReference> packages, IReadOnlyList<string> errors)
    {
        var asked = string.Join("; ", packages);
        var reasons = errors.Count > 0 ? string.Join('\n', errors.Distinct(StringComparer.Ordinal)) : "dotnet restore failed and did not say why";
        return $"The packages of this notebook cannot be restored ({asked}).\n{reasons}";
    }

    /// <summary>The errors in what <c>dotnet restore</c> printed, for failures that come before NuGet writes its own list.</summary>
    public static IReadOnlyList<string> ErrorsIn(string output) =>
        [.. ErrorLine().Matches(output).Select(match => match.Groups["text"].Value.Trim())];

    [GeneratedRegex(@"error (?<text>[A-Z]+\d+: .*?)(\s\[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
