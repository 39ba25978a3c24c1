using System.Text.Json.Nodes;

namespace AsyncBook.TestSupport;

/// <summary>The tutorial, as data/original holds it.</summary>
internal static class Original
{
    public static IReadOnlyList<OriginalBlock> Blocks { get; } = [.. ReadBlocks()];

    public static IReadOnlyList<OriginalBlock> Headings { get; } = [.. Blocks.Where(block => block.Kind == "heading")];

    public static IReadOnlyList<string> Text { get; } =
        File.ReadAllText(Path.Combine(Repository.Original, "python-async.txt")).Split('\n');

    /// <summary>A program with the indentation it lost in print; shell commands never had any.</summary>
    public static IReadOnlyList<string> Printed(OriginalBlock block) =>
        HasPrinted(block) ? File.ReadAllText(PrintedPath(block)).TrimEnd('\n').Split('\n') : block.Lines;

    public static bool HasPrinted(OriginalBlock block) => File.Exists(PrintedPath(block));

    public static string PrintedPath(OriginalBlock block) =>
        Path.Combine(Repository.Original, "printed", block.Id.Replace('#', '_') + ".py");

    private static IEnumerable<OriginalBlock> ReadBlocks()
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Original, "blocks.json")))!;
        return json.AsArray().Select(block => new OriginalBlock(
            (string)block!["section"]!,
            (string)block["kind"]!,
            (string)block["id"]!,
            block["lines"] is JsonArray lines ? [.. lines.Select(line => (string)line!)] : [(string)block["text"]!]));
    }
}
