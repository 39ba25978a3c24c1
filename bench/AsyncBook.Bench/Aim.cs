using System.Globalization;

namespace AsyncBook.Bench;

/// <summary>One line of the table that README's figures come from.</summary>
/// <param name="What">What is measured, and against what.</param>
/// <param name="Row">The row of the measurements.</param>
/// <param name="Mine">Who of that row is ours.</param>
/// <param name="Theirs">With whom it is compared; null: with nobody.</param>
/// <param name="Bound">The aim.</param>
/// <param name="Group">Among which contestants both are.</param>
/// <param name="IsTimesBetter">Whether it says how many times better ours is; else how much of theirs it takes, or the figure itself.</param>
internal sealed record Aim(string What, string Row, string Mine, string? Theirs, double Bound, bool IsTimesBetter, string Group = "kernel")
{
    /// <summary>Ends the name of a row that counts the processor's time instead of the clock's: what others do on the machine disturbs it less.</summary>
    public const string Processor = " (CPU)";

    public static IReadOnlyList<Aim> All { get; } =
    [
        new("kernel: process start to the result of `1+1`, × .NET Interactive", KernelSuite.First, KernelSuite.Builtin, KernelSuite.Interactive, 0.12, false),
        new("100 trivial cells, × .NET Interactive", KernelSuite.Hundred, KernelSuite.Builtin, KernelSuite.Interactive, 0.35, false),
        new("memory at the first result, × .NET Interactive", KernelSuite.MemoryAtFirst, KernelSuite.Builtin, KernelSuite.Interactive, 0.40, false),
        new("first result of a kernel that waits, over a later cell's, s", KernelSuite.Warm, KernelSuite.Builtin, null, 0.05, false),
        new("`book` for all notebooks, colours known, s of CPU", BookSuite.Row, BookSuite.Name, null, 2.5, false, "book"),
        Loop("creates", "50,000 tasks created and awaited, FastEventLoop × EventLoop", "50,000 tasks created and awaited, warm", "FastEventLoop", "EventLoop", 1.3),
        Loop("yields", "yields, FastEventLoop × uvloop", "1,000,000 yields, warm", "FastEventLoop", "uvloop", 50),
        Loop("nested", "nested async method, FastEventLoop × uvloop", "1,000,000 yields, warm", "FastEventLoop, nested async method", "uvloop", 14),
        Loop("futures", "futures, FastEventLoop × uvloop", "200,000 future round trips, warm", "FastEventLoop", "uvloop", 20),
        Loop("tasks", "100,000 tasks hot, FastEventLoop × uvloop", "100,000 live tasks, warm", "FastEventLoop, hot", "uvloop", 80),
        Loop("tasks", "100,000 tasks as create_task starts them, FastEventLoop × uvloop", "100,000 live tasks, warm", "FastEventLoop, started as create_task does", "uvloop", 25),
        Loop("echo", "echo, 10 connections, EpollEventLoop × uvloop protocol", "echo 1 KiB, 10 connections", "EpollEventLoop", "uvloop protocol", 1.5),
        Loop("echo", "echo, 1 connection", "echo 1 KiB, 1 connection", "EpollEventLoop", "uvloop protocol", 3),
        Loop("echo", "echo, 10 connections, one CPU", "echo 1 KiB, 10 connections, all on one CPU", "EpollEventLoop", "uvloop protocol", 1.3),
        Loop("echo", "echo, 1 connection, one CPU", "echo 1 KiB, 1 connection, all on one CPU", "EpollEventLoop", "uvloop protocol", 1.3),
    ];

    /// <summary>Whether somebody is in one of the lines.</summary>
    public static bool Concerns(Contestant contestant) =>
        All.Any(aim => aim.Group == contestant.Group && (contestant.Name == aim.Mine || contestant.Name == aim.Theirs));

    public string Line(Results results)
    {
        var (clock, processor) = (Figures(results, Row), Figures(results, Row + Processor));
        var verdict = clock.Length == 0 ? "not measured" : IsReached(Statistics.Median(clock)) ? "reached" : "missed";
        return $"| {What} | {(IsTimesBetter ? "≥" : "≤")} {Text(Bound)} | {Text(clock)} | {Text(processor)} | {verdict} |";
    }

    private double[] Figures(Results results, string row)
    {
        var (unit, mine) = results.Of(row, Mine);
        var theirs = Theirs is null ? mine.Select(_ => 1.0) : results.Of(row, Theirs).Values;
        return [.. mine.Zip(theirs, (ours, other) => IsTimesBetter && unit != "/s" ? other / ours : ours / other)];
    }

    private bool IsReached(double figure) => IsTimesBetter ? figure >= Bound : figure <= Bound;

    private static Aim Loop(string group, string what, string row, string mine, string theirs, double bound) => new(what, row, mine, theirs, bound, true, group);

    private static string Text(double[] figures) =>
        figures.Length == 0 ? "–" : $"{Text(Statistics.Median(figures))} ({Text(figures.Min())} – {Text(figures.Max())})";

    private static string Text(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
