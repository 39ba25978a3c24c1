using System.Text.Json;
using AsyncBook.Notebooks;

namespace AsyncBook.Outputs;

/// <summary>The steps of a cell, one of its outputs: compared by what does not depend on when which thread ran.</summary>
internal static class StoredTrace
{
    public const string Mime = "application/vnd.asyncbook.trace+json";

    private static readonly string[] _kinds = ["enter", "line", "print", "exit", "throw"];

    public static bool Is(CellOutput output) => output is DisplayOutput { Data: var data } && data[Mime] is not null;

    /// <summary>
    /// The steps of each task as far as they are its own: how two tasks took turns, and who had to wait, changes from run to run.
    /// Where the cell's output is not the same in every run either (<see cref="Parity.Exact"/> is not said), a task may also make
    /// a step more often or less; then it is which steps there were at all.
    /// </summary>
    public static string Stable(IEnumerable<CellOutput> outputs, Parity? parity, VaryingText varying)
    {
        if (outputs.OfType<DisplayOutput>().FirstOrDefault(Is)?.Data[Mime] is not { } json)
        {
            return "(no steps)";
        }

        using var document = JsonDocument.Parse(json);
        var trace = document.RootElement;
        var failure = trace.GetProperty("failure").GetString();
        var head = failure is null ? "" : $"failure: {varying.Normalize(failure)}\n";
        return trace.GetProperty("truncated").GetBoolean() ? head + "(truncated)"
            : parity == Parity.Exact ? head + string.Join('\n', TaskByTask(trace, varying))
            : head + string.Join('\n', AtAll(trace));
    }

    private static IEnumerable<string> TaskByTask(JsonElement trace, VaryingText varying)
    {
        var names = Names(trace);
        return trace.GetProperty("steps").EnumerateArray().Where(IsOwn)
            .GroupBy(step => step.TryGetProperty("task", out var task) ? task.GetInt32() : 0)
            .Select(steps => $"{names.GetValueOrDefault(steps.Key, "-")}:\n{string.Join('\n', steps.Select(step => $"  {Kind(step)} {Text(step, "line")} {varying.Normalize(Text(step, "text"))}".TrimEnd()))}")
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> AtAll(JsonElement trace)
    {
        var names = Names(trace);
        return trace.GetProperty("steps").EnumerateArray().Where(IsOwn)
            .Select(step => $"{(step.TryGetProperty("task", out var task) ? names[task.GetInt32()] : "-")}: {Kind(step)} {Text(step, "line")}".TrimEnd())
            .Distinct().Order(StringComparer.Ordinal);
    }

    // Which of two calls is the second one depends on who was first.
    private static Dictionary<int, string> Names(JsonElement trace) => trace.GetProperty("tasks").EnumerateArray()
        .ToDictionary(task => task.GetProperty("id").GetInt32(), task => task.GetProperty("name").GetString()!.Split(" #")[0]);

    private static bool IsOwn(JsonElement step) => _kinds.Contains(Kind(step));

    private static string Kind(JsonElement step) => step.GetProperty("kind").GetString()!;

    private static string Text(JsonElement step, string name) => step.TryGetProperty(name, out var value) ? value.ToString() : "";
}
