using System.Text.Json;

namespace AsyncBook.Kernel.Protocol;

/// <summary>Reads the command envelopes of .NET Interactive's stdio protocol.</summary>
internal static class CommandParser
{
    /// <exception cref="JsonException">The line is not a command envelope.</exception>
    public static KernelCommand Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var envelope = document.RootElement;
        if (envelope.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("a command is a JSON object");
        }

        var type = Text(envelope, "commandType") ?? throw new JsonException("a command needs a commandType");
        var command = Child(envelope, "command");
        return new KernelCommand(
            type,
            Text(envelope, "token") ?? "",
            Text(command, "code") ?? "",
            Text(Child(command, "parameters"), "file"));
    }

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static string? Text(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
