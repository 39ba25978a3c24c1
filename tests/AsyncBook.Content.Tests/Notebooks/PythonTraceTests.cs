using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>data/traces holds what CPython does: it is recorded again, and only the times may differ.</summary>
public sealed partial class PythonTraceTests
{
    private static readonly string _programs = Path.Combine(Repository.Root, "data", "python");
    private static readonly string _traces = Path.Combine(Repository.Root, "data", "traces");

    // Its work is done by five threads at once, which take turns as they like.
    private const string Unordered = "1.6_1";

    // What CPython cannot trace here: other processes, and packages, servers or the network that are not Python's own.
    private static readonly string[] _untraced = ["1.6_1p", "1.6_3"];

    public static TheoryData<string> Programs { get; } = [.. Names(_traces, "*.json")];

    [Fact]
    public void Every_program_of_part_1_has_its_trace() =>
        Assert.Equal(Names(_programs, "1.*.py").Except(_untraced), Names(_traces, "*.json"));

    [Theory, MemberData(nameof(Programs))]
    public async Task A_program_runs_in_the_steps_that_are_stored(string name)
    {
        var stored = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_traces, name + ".json"), TestContext.Current.CancellationToken))!;
        var now = JsonNode.Parse(await RecordAsync(name))!;
        var sameVersion = stored["version"]!.ToString() == now["version"]!.ToString();

        Assert.Equal(Steps(stored, name, sameVersion), Steps(now, name, sameVersion));
        Assert.Equal(stored["tasks"]!.ToJsonString(), now["tasks"]!.ToJsonString());
    }

    [Fact]
    public void In_Python_create_task_queues_and_main_goes_on()
    {
        var steps = JsonNode.Parse(File.ReadAllText(Path.Combine(_traces, "1.4_1.json")))!["steps"]!.AsArray()
            .Where(step => step!["kind"]!.ToString() is "ready" or "print" or "enter").Take(7)
            .Select(step => $"{step!["kind"]} {step["text"]}");
        Assert.Equal(["ready create", "enter main", "print main开始", "ready create", "ready create", "print main结束", "enter func"], steps);
    }

    private static List<string> Steps(JsonNode trace, string name, bool withLines)
    {
        var steps = trace["steps"]!.AsArray().Select(step => step!.AsObject())
            .Where(step => withLines || step["kind"]!.ToString() != "line")
            .Select(step => string.Join(' ', step.Where(member => member.Key != "t" && (name != Unordered || member.Key is not ("thread" or "task")))
                .Select(member => $"{member.Key}={member.Value}"))
                // What a pool thread has begun when its future is printed is a race.
                .Replace("state=running", "state=…", StringComparison.Ordinal).Replace("state=pending", "state=…", StringComparison.Ordinal));
        // asyncio.wait gives sets: the order in which their tasks are printed is that of their addresses.
        steps = steps.Select(step => TaskName().Replace(step, "Task-N"));
        return name == Unordered ? [.. steps.Order(StringComparer.Ordinal)] : [.. steps];
    }

    private static async Task<string> RecordAsync(string name)
    {
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        using var process = Process.Start(new ProcessStartInfo(python, [Path.Combine(_programs, "trace.py"), Path.Combine(_programs, name + ".py")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var trace = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return trace;
    }

    [GeneratedRegex(@"\bTask-\d+")]
    private static partial Regex TaskName();

    private static IEnumerable<string> Names(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
