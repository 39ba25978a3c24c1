using System.Globalization;
using System.Text.RegularExpressions;

namespace AsyncBook.Kernel.Packages;

/// <summary>A version as NuGet orders them: up to four numbers, then a label that comes before the release itself.</summary>
internal sealed partial record PackageVersion(int Major, int Minor, int Patch, int Revision, string Label) : IComparable<PackageVersion>
{
    public static PackageVersion? TryParse(string text) =>
        Format().Match(text.Trim()) is { Success: true } version
            ? new PackageVersion(Number(version, 0), Number(version, 1), Number(version, 2), Number(version, 3), version.Groups["label"].Value)
            : null;

    public int CompareTo(PackageVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var numbers = (Major, Minor, Patch, Revision).CompareTo((other.Major, other.Minor, other.Patch, other.Revision));
        return numbers != 0 || Label == other.Label ? numbers
            : Label.Length == 0 ? 1
            : other.Label.Length == 0 ? -1
            : CompareLabels(Label.Split('.'), other.Label.Split('.'));
    }

    private static int CompareLabels(string[] mine, string[] theirs)
    {
        foreach (var (a, b) in mine.Zip(theirs))
        {
            var byNumber = int.TryParse(a, CultureInfo.InvariantCulture, out var x);
            var result = byNumber != int.TryParse(b, CultureInfo.InvariantCulture, out var y) ? (byNumber ? -1 : 1)
                : byNumber ? x.CompareTo(y)
                : string.Compare(a, b, StringComparison.OrdinalIgnoreCase);
            if (result != 0)
            {
                return result;
            }
        }

        return mine.Length.CompareTo(theirs.Length);
    }

    private static int Number(Match version, int index) =>
        version.Groups["number"].Captures.Count > index ? int.Parse(version.Groups["number"].Captures[index].Value, CultureInfo.InvariantCulture) : 0;

    // Nine digits are more than any version has, and fit.
    [GeneratedRegex(@"^(?<number>\d{1,9})(\.(?<number>\d{1,9})){0,3}(-(?<label>[0-9A-Za-z.-]+))?(\+[0-9A-Za-z.-]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Format();
}
