using System.Text;
using System.Text.Json.Nodes;

namespace AsyncBook.Tests.Faults;

/// <summary>What becomes of a sound notebook.</summary>
/// <param name="Kind">How it was spoilt.</param>
/// <param name="Bytes">What the file holds.</param>
/// <param name="Fate">Whether it can still be read, where that is known beforehand.</param>
internal sealed record Mutation(string Kind, byte[] Bytes, Fate Fate)
{
    // Texts that JSON's writer would not write, put in for a name that nobody else has.
    private const string Raw = "@@raw@@";

    private static readonly string[] _raws =
    [
        "\"\\ud800\"", "1e999", "-0", "NaN", "01", "\"\\x\"", "\"\t\"", "tru", "// note\n1", "[1,]", "1.0", "1e5", "100000000000000000000000000000",
        Nested("[", "]", 5000), Nested("[", "]", 150), Nested("{\"a\":", "}", 5000, "1"), "{\"a\":1,\"a\":2}", "",
    ];

    private static readonly Func<JsonNode?>[] _values =
    [
        () => null, () => true, () => 0, () => -1, () => 1e308, () => long.MaxValue, () => "", () => "\0", () => new string('x', 100_000), () => "../../x", () => "a\u202eb",
        () => new JsonArray(), () => new JsonObject(), () => new JsonArray(new JsonArray()), () => new JsonArray((JsonNode?)null), () => new JsonObject { ["a"] = null }, () => new JsonArray("\0\n"),
        () => Many("<g>", 3000), () => Many("> ", 3000) + "x", () => Many("[", 5000), () => Many("*a ", 5000), () => Many("`", 9999), () => Many("$(", 200), () => Many("<details>", 2000),
        () => "![x](data:image/png;base64,AAAA)", () => Many("- ", 2000) + "x", () => Many("|a", 3000) + "\n" + Many("|-", 3000) + "\n" + Many(Many("|b", 300) + "\n", 300),
        () => Many("![", 3000), () => Many("$\"{", 1000), () => Many("a<", 1000), () => Many("((", 300), () => Many("<!--", 2000), () => Many("&#x41;", 2000), () => "</script><script>", () => "#r \"nuget: $(x), 1\"",
        () => "code", () => "markdown", () => "raw", () => Raw,
    ];

    public static Mutation Of(JsonObject sound, Dice dice) => dice.Next(22) switch
    {
        0 => Cut(sound, dice),
        1 => Flip(sound, dice),
        2 => new("bom", [.. Encoding.UTF8.Preamble, .. BytesOf(sound)], Fate.Sound),
        3 => new("crlf", Encoding.UTF8.GetBytes(FuzzBase.Text(sound).Replace("\n", "\r\n", StringComparison.Ordinal)), Fate.Sound),
        4 => new("utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(FuzzBase.Text(sound))], Fate.Broken),
        5 => new("utf-16 without mark", Encoding.BigEndianUnicode.GetBytes(FuzzBase.Text(sound)), Fate.Broken),
        6 => SameIds(sound),
        7 => new("nul", Insert(BytesOf(sound), dice, 0), Fate.Broken),
        8 => new("no utf-8", Insert(BytesOf(sound), dice, 0xFF), Fate.Broken),
        9 => Twice(sound),
        10 => new("untouched", BytesOf(sound), Fate.Sound),
        11 => new("one line", Encoding.UTF8.GetBytes(sound.ToJsonString()), Fate.Sound),
        _ => Tree(sound, dice),
    };

    private static Mutation Cut(JsonObject sound, Dice dice)
    {
        var bytes = BytesOf(sound);
        return new("cut", bytes[..dice.Next(bytes.Length - 2)], Fate.Broken);
    }

    private static Mutation Flip(JsonObject sound, Dice dice)
    {
        var bytes = BytesOf(sound);
        for (var count = dice.Next(1, 9); count > 0; count--)
        {
            bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
        }

        return new("flipped bytes", bytes, Fate.Unknown);
    }

    private static Mutation SameIds(JsonObject sound)
    {
        foreach (var cell in sound["cells"]!.AsArray())
        {
            cell!["id"] = "same";
        }

        return new("same ids", BytesOf(sound), sound["cells"]!.AsArray().Count > 1 ? Fate.Broken : Fate.Sound);
    }

    private static Mutation Twice(JsonObject sound) =>
        new("a key twice", Encoding.UTF8.GetBytes("{ \"nbformat\": 4," + FuzzBase.Text(sound)[1..]), Fate.Broken);

    // Anything anywhere: gone, or something else in its place.
    private static Mutation Tree(JsonObject sound, Dice dice)
    {
        for (var count = dice.Next(1, 4); count > 0; count--)
        {
            var places = Places(sound).ToList();
            if (places.Count == 0)
            {
                break;
            }

            var (parent, key) = places[dice.Next(places.Count)];
            Replace(parent, key, dice.Next(5) == 0, dice.Pick(_values)());
        }

        var text = FuzzBase.Text(sound).Replace($"\"{Raw}\"", dice.Pick(_raws), StringComparison.Ordinal);
        return new("tree", Encoding.UTF8.GetBytes(text), Fate.Unknown);
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node)
    {
        var children = node switch
        {
            JsonObject fields => fields.Select(field => (Key: (object)field.Key, field.Value)),
            JsonArray items => items.Select((item, index) => (Key: (object)index, Value: item)),
            _ => [],
        };
        foreach (var (key, value) in children)
        {
            yield return (node, key);
            foreach (var place in value is null ? [] : Places(value))
            {
                yield return place;
            }
        }
    }

    private static void Replace(JsonNode parent, object key, bool isRemoved, JsonNode? value)
    {
        switch (parent)
        {
            case JsonObject fields when isRemoved:
                fields.Remove((string)key);
                break;
            case JsonObject fields:
                fields[(string)key] = value;
                break;
            case JsonArray items when isRemoved:
                items.RemoveAt((int)key);
                break;
            default:
                parent.AsArray()[(int)key] = value;
                break;
        }
    }

    private static byte[] Insert(byte[] bytes, Dice dice, byte one)
    {
        var place = dice.Next(1, bytes.Length);
        return [.. bytes[..place], one, .. bytes[place..]];
    }

    private static byte[] BytesOf(JsonObject notebook) => Encoding.UTF8.GetBytes(FuzzBase.Text(notebook));

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Nested(string open, string close, int depth, string within = "") => Many(open, depth) + within + Many(close, depth);
}

/// <summary>Whether a file is a notebook.</summary>
internal enum Fate
{
    /// <summary>The way it was spoilt does not say.</summary>
    Unknown,

    /// <summary>It is one.</summary>
    Sound,

    /// <summary>It is none.</summary>
    Broken,
}
