using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncBook.Language;

namespace AsyncBook.Notebooks;

/// <summary>What stands under <c>asyncbook</c> in the metadata of a notebook or a cell.</summary>
internal sealed record AsyncBookMetadata(
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Originals,
    string? Ports,
    Parity? Parity,
    CellRole? Role,
    string? ExerciseId,
    string? Of,
    bool IsTraced)
{
    /// <exception cref="FormatException">A value is of the wrong shape or unknown; the message says which.</exception>
    public static AsyncBookMetadata Read(JsonNode? metadata)
    {
        var own = metadata?["asyncbook"];
        if (own is not (null or JsonObject))
        {
            throw new FormatException(NotebookWords.OursNoObject);
        }

        return new(
            Texts(own, "needs"),
            Texts(own, "original"),
            Text(own, "ports"),
            Choice<Parity>(own, "parity"),
            Choice<CellRole>(own, "role"),
            Text(own, "id"),
            Text(own, "of"),
            Flag(own, "trace"));
    }

    private static bool Flag(JsonNode? own, string key) => own?[key] switch
    {
        null => false,
        var value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => throw new FormatException(NotebookWords.OursNoBool(key)),
    };

    private static List<string> Texts(JsonNode? own, string key) => own?[key] switch
    {
        null => [],
        JsonArray items when items.All(item => item.AsText() is not null) => [.. items.Select(item => item.AsText()!)],
        _ => throw new FormatException(NotebookWords.OursNoList(key)),
    };

    private static string? Text(JsonNode? own, string key) => own?[key] switch
    {
        null => null,
        var value when value.AsText() is { } text => text,
        _ => throw new FormatException(NotebookWords.OursNoText(key)),
    };

    private static T? Choice<T>(JsonNode? own, string key)
        where T : struct, Enum
    {
        if (Text(own, key) is not { } text)
        {
            return null;
        }

        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        return names.IndexOf(text) is >= 0 and var index
            ? Enum.GetValues<T>()[index]
            : throw new FormatException(
                NotebookWords.OursNotOneOf(key, text, string.Join(", ", names)));
    }
}

internal enum CellRole
{
    Exercise,
    Hint,
    Solution,
    Check,
    Predict,
}

/// <summary>How closely a cell's output follows its Python program's, and its own stored one.</summary>
internal enum Parity
{
    /// <summary>The same lines in the same order.</summary>
    Exact,

    /// <summary>The same lines in any order.</summary>
    Unordered,

    /// <summary>The same lines once numbers are set aside.</summary>
    Shape,
}
