using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>What may stand under <c>asyncbook</c>: a misspelt key would silently mean nothing.</summary>
internal static partial class OwnMetadataRules
{
    private static readonly string[] _keys = ["id", "needs", "of", "original", "parity", "ports", "role", "trace"];
    private static readonly string[] _needs = ["dotnet-11", "linux", "mysql", "python", "redis", "redis-streams"];

    public static IEnumerable<string> NotebookFaults(JsonObject? own) =>
        [.. UnknownKeys(own, ["needs"]), .. UnknownNeeds(own)];

    public static IEnumerable<string> Faults(DialectCell cell) =>
    [
        .. UnknownKeys(cell.Own, _keys),
        .. UnknownNeeds(cell.Own),
        .. PlaceFaults(cell),
        .. BlockFaults(cell.View),
        .. ExerciseFaults(cell.View),
    ];

    private static IEnumerable<string> UnknownKeys(JsonObject? own, string[] known) =>
        (own ?? []).Select(member => member.Key).Except(known).Select(key => $"asyncbook.{key} is not known");

    private static IEnumerable<string> UnknownNeeds(JsonObject? own) =>
        (own?["needs"]?.AsArray() ?? []).Select(need => (string)need!).Except(_needs)
        .Select(need => $"asyncbook.needs \"{need}\" is not one of {string.Join(", ", _needs)}");

    private static IEnumerable<string> PlaceFaults(DialectCell cell)
    {
        var misplaced = cell.View.Kind switch
        {
            CellKind.Code => ["original", "of"],
            CellKind.Markdown => new[] { "ports", "parity", "needs", "trace" },
            _ => _keys,
        };
        return misplaced.Where(key => cell.Own?[key] is not null)
            .Select(key => $"asyncbook.{key} has no meaning on a {cell.View.Kind.ToString().ToLowerInvariant()} cell");
    }

    private static IEnumerable<string> BlockFaults(NotebookCell cell)
    {
        var unknown = cell.Originals.Except(Original.Blocks.Select(block => block.Id));
        foreach (var id in unknown)
        {
            yield return $"asyncbook.original \"{id}\" is not a block of the tutorial";
        }

        if (cell.Ports is { } ports && !Original.Blocks.Any(block => block.Kind == "code" && block.Id == ports))
        {
            yield return $"asyncbook.ports \"{ports}\" is not a program of the tutorial";
        }

        if (cell.Ports is not null && cell.Parity is null)
        {
            yield return "asyncbook.ports without asyncbook.parity";
        }
    }

    private static IEnumerable<string> ExerciseFaults(NotebookCell cell)
    {
        if (cell.Role is null != cell.ExerciseId is null)
        {
            yield return "asyncbook.role and asyncbook.id belong together";
        }
        else if (cell.ExerciseId is { } id && !(cell.Role == CellRole.Predict ? PredictionId() : ExerciseId()).IsMatch(id))
        {
            yield return cell.Role == CellRole.Predict
                ? $"asyncbook.id \"{id}\" is not a section, p and a number, as in 1.4-p1"
                : $"asyncbook.id \"{id}\" is not a section and a letter, as in 1.4-a";
        }
    }

    // Notebooks in more/ give their own name in place of a section's number.
    [GeneratedRegex(@"^([12]\.[1-9]|[a-z][a-z-]+)-[a-z]$")]
    private static partial Regex ExerciseId();

    [GeneratedRegex(@"^([12]\.[1-9]|[a-z][a-z-]+)-p[1-9][0-9]?$")]
    private static partial Regex PredictionId();
}
