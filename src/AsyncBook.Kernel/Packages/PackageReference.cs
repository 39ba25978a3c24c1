using System.Globalization;
using System.Text.RegularExpressions;

namespace AsyncBook.Kernel.Packages;

/// <summary>
/// A package a cell asks for. A version is exact; none means the newest the feed has. What is neither an id nor a version goes
/// no further: MSBuild would take <c>$(…)</c>, <c>@(…)</c>, <c>%</c> and <c>;</c> for its own.
/// </summary>
internal sealed partial record PackageReference(string Id, string? Version)
{
    // NuGet's own bound.
    private const int LongestId = 100;

    public bool IsPinned => Version is { Length: > 0 } version
        && (PackageVersion.TryParse(version) is not null || (version is ['[', .., ']'] && PackageVersion.TryParse(version[1..^1]) is not null));

    /// <summary>The version as NuGet's PackageReference wants it: brackets keep it from taking a newer one in silence.</summary>
    public string VersionRange => IsPinned && !Version!.StartsWith('[') ? $"[{Version}]" : Version ?? "*";

    /// <exception cref="FormatException">There is no package id, or no version that NuGet knows.</exception>
    public static PackageReference Parse(string specification)
    {
        var parts = specification.Split(',', 2, StringSplitOptions.TrimEntries);
        if (parts[0].Length == 0)
        {
            throw Fault(specification, " names no package");
        }

        if (parts[0].Length > LongestId || !PackageId().IsMatch(parts[0]))
        {
            throw Fault(specification, $": '{parts[0]}' is no package's id");
        }

        if (parts is [_, { Length: > 0 } version])
        {
            return IsVersion(version) ? new PackageReference(parts[0], version) : throw Fault(specification, $": '{version}' is no version");
        }

        return new PackageReference(parts[0], null);
    }

    /// <summary>Whether a version is one that this asks for.</summary>
    public bool Accepts(string version)
    {
        if (Version is not { } wanted || PackageVersion.TryParse(version) is not { } found)
        {
            return Version is null;
        }

        if (PackageVersion.TryParse(wanted.Trim('[', ']')) is { } exact)
        {
            return exact.CompareTo(found) == 0;
        }

        return wanted is ['[' or '(', .., ']' or ')'] ? IsInRange(wanted, found) : IsInFloat(wanted, found);
    }

    public override string ToString() => $"{Id}, {Version ?? "*"}";

    private static FormatException Fault(string specification, string why) =>
        new($"#r \"nuget:{specification}\"{why}; write #r \"nuget: Id, exact.version\"");

    private static bool IsVersion(string text) => PackageVersion.TryParse(text) is not null || Floating().IsMatch(text) || IsRange(text);

    private static bool IsRange(string text) =>
        text is ['[' or '(', .., ']' or ')']
        && text[1..^1].Split(',', StringSplitOptions.TrimEntries) is { Length: 1 or 2 } bounds
        && bounds.Any(bound => bound.Length > 0)
        && bounds.All(bound => bound.Length == 0 || PackageVersion.TryParse(bound) is not null || Floating().IsMatch(bound));

    private static bool IsInRange(string range, PackageVersion found)
    {
        var bounds = range[1..^1].Split(',', StringSplitOptions.TrimEntries);
        var least = PackageVersion.TryParse(bounds[0])?.CompareTo(found);
        var most = PackageVersion.TryParse(bounds[^1])?.CompareTo(found);
        return (least is null || least < 0 || (least == 0 && range[0] == '['))
            && (most is null || most > 0 || (most == 0 && range[^1] == ']'));
    }

    // 13.* is what begins with 13., and *-* also what has a label.
    private static bool IsInFloat(string wanted, PackageVersion found)
    {
        var parts = wanted.Split('-', 2);
        var numbers = new[] { found.Major, found.Minor, found.Patch, found.Revision };
        var begin = parts[0].Split('.').TakeWhile(part => part != "*").Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return numbers.AsSpan().StartsWith(begin) && (found.Label.Length == 0 || parts.Length == 2);
    }

    [GeneratedRegex(@"^\w+([.-]\w+)*$")]
    private static partial Regex PackageId();

    [GeneratedRegex(@"^((\d{1,9}\.){0,3}\*(-\*)?|\d{1,9}(\.\d{1,9}){0,3}-([0-9A-Za-z.-]+\.)?\*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Floating();
}
