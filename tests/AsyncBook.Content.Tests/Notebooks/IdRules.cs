using System.Text.RegularExpressions;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>A cell's id is for people: reports, errors and links name it.</summary>
internal static partial class IdRules
{
    public static IEnumerable<string> Faults(DialectCell cell)
    {
        if (cell.Json["id"] is null)
        {
            yield return "the cell has no id";
        }
        else if (!Readable().IsMatch(cell.View.Id) || Random().IsMatch(cell.View.Id))
        {
            yield return "the id is not lower-case words joined by hyphens (nbformat allows no dot, and 64 characters)";
        }
    }

    [GeneratedRegex("^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Readable();

    // What editors make up: eight hexadecimal digits, or a GUID.
    [GeneratedRegex("^(?=.*[0-9])[0-9a-f]{8}(-[0-9a-f]{4}){0,3}(-[0-9a-f]{12})?$")]
    private static partial Regex Random();
}
