using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace AsyncBook.Content.Tests.Workshop;

/// <summary>A compose file as JSON, its anchors and merges resolved.</summary>
internal static class Compose
{
    public static JsonObject Read(params string[] path)
    {
        using var text = File.OpenText(Path.Combine([Repository.Root, .. path]));
        var tree = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(new MergingParser(new Parser(text)));
        return JsonNode.Parse(JsonSerializer.Serialize(tree))!.AsObject();
    }

    public static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => item!.ToString());
}
