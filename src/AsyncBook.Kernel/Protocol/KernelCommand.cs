using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBook.Kernel.Protocol;

/// <summary>One line the client sent: what to do, and the token its events carry back.</summary>
/// <param name="Type">The command's name, such as <c>SubmitCode</c>.</param>
/// <param name="Token">The client's name for this command.</param>
/// <param name="Code">The code to run; empty for commands without code.</param>
/// <param name="File">What stack traces call the code, such as <c>1.3-await.ipynb#port-1.3-1</c>.</param>
internal sealed record KernelCommand(string Type, string Token, string Code, string File)
{
    /// <summary>Whether the code's steps are wanted: they come as one more value that it displays.</summary>
    public bool IsTraced { get; init; }

    /// <summary>The place in the code that the client asks about.</summary>
    public LinePosition Position { get; init; }

    /// <summary>Reads a command envelope of .NET Interactive's stdio protocol.</summary>
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
            Text(Child(command, "parameters"), "file") ?? "cell")
        {
            IsTraced = Child(command, "trace").ValueKind == JsonValueKind.True,
            Position = new LinePosition(Number(Child(command, "linePosition"), "line"), Number(Child(command, "linePosition"), "character")),
        };
    }

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static int Number(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? Math.Max(0, value) : 0;

    private static string? Text(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
