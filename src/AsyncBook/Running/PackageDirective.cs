using System.Text.RegularExpressions;

namespace AsyncBook.Running;

/// <summary>The <c>#r "nuget: …"</c> of a cell, and whether a failure is about it.</summary>
internal static partial class PackageDirective
{
    public static bool IsIn(string source) => Directive().IsMatch(source);

    /// <summary>The packages that a cell asks for, each with its version and the line that says so.</summary>
    public static IEnumerable<(string Directive, string Id, string Version)> FindPins(string source) =>
        Pin().Matches(source).Select(pin => (pin.Value, pin.Groups["id"].Value, pin.Groups["version"].Value));

    /// <summary>NuGet's own codes for what cannot be restored, in whichever kernel's words they come.</summary>
    public static bool Explains(string failure, string source) => IsIn(source) && RestoreCode().IsMatch(failure);

    /// <summary>The one line that names the package and what the feed said.</summary>
    public static string Reason(string failure) =>
        RestoreCode().Match(failure) is { Success: true } found ? found.Value.Trim() : failure;

    [GeneratedRegex("""^\s*#r\s+"nuget:""", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Directive();

    [GeneratedRegex("""^#r "nuget: *(?<id>[\w.-]+), *\[?(?<version>[\w.+-]+)\]?"$""", RegexOptions.Multiline)]
    private static partial Regex Pin();

    [GeneratedRegex(@"NU1[0-9]{3}: [^\r\n]*")]
    private static partial Regex RestoreCode();
}
