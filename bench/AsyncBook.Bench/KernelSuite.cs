using System.Diagnostics;
using System.Globalization;
using AsyncBook.Kernels;

namespace AsyncBook.Bench;

/// <summary>How long a kernel takes to its first result and for a hundred cells, and how much memory, next to the real tool.</summary>
internal static class KernelSuite
{
    public const string Builtin = "AsyncBook.Kernel", Interactive = ".NET Interactive";
    public const string First = "process start to the result of `1+1`", MemoryAtFirst = "memory at that moment";
    public const string Hundred = "100 more trivial cells", Warm = "a kernel that waits: first result, over a later cell's";

    private const int Cells = 100;
    private const int AsyncCells = 20;
    private static readonly TimeSpan _wait = TimeSpan.FromSeconds(3);

    private const string AsyncCell =
        """
        async Task<int> CountAsync(int n)
        {
            for (var i = 0; i < 100; i++)
            {
                await Task.Yield();
                n++;
            }
            return n;
        }
        await CountAsync(1)
        """;

    // Where this build has put asyncbook, and the kernel below it.
    public static string ToolFolder
    {
        get
        {
            var here = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
            return Path.GetFullPath(Path.Combine(here, "..", "..", "AsyncBook", Path.GetFileName(here)));
        }
    }

    private static string BuiltinKernel => Path.Combine(ToolFolder, "kernel", "AsyncBook.Kernel.dll");

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = options is ["--rounds", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 7;
        using var folder = new KernelFolder();
        var contestants = Contestants(folder.Path).ToList();
        var results = new Results();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                await Console.Error.WriteLineAsync($"round {round}/{rounds}: {contestant.Name}");
                results.Add(contestant, await MeasureAsync(contestant.Launch, folder.Path));
            }
        }

        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} CPUs, .NET {Environment.Version}; {rounds} rounds, medians (least – most).\n");
        Console.WriteLine("| | kernel | median |\n|---|---|---|");
        foreach (var (contestant, row, unit, values) in results.Lines)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row} | {contestant.Name} | {Statistics.Median(values):0.00} {unit} ({values.Min():0.00} – {values.Max():0.00}) |"));
        }

        return 0;
    }

    /// <summary>The same as contestants among others, and the kernel that waits.</summary>
    public static IEnumerable<Contestant> Brief(string folder) =>
    [
        .. Contestants(folder).Select(one => new Contestant("kernel", one.Name, null, () => BriefAsync(one.Launch, folder).GetAwaiter().GetResult())),
        new("kernel", Builtin, null, () => WarmAsync(folder).GetAwaiter().GetResult()),
    ];

    private static IEnumerable<KernelContestant> Contestants(string folder)
    {
        yield return new(Builtin, new KernelLaunch("dotnet", [BuiltinKernel]));
        yield return new(Interactive, KernelLaunch.For(KernelKind.Interactive, folder));
    }

    private static async Task<Measurement[]> MeasureAsync(KernelLaunch launch, string folder)
    {
        var clock = Stopwatch.StartNew();
        await using var client = await KernelClient.StartAsync(launch, folder, CancellationToken.None);
        return
        [
            .. await StartAndRunAsync(client, clock),
            new($"{AsyncCells} cells that await 100 times", "s", await MeasureAsync(client, trace: false)),
            new("the same, asked to trace them", "s", await MeasureAsync(client, trace: true)),
        ];
    }

    private static async Task<IEnumerable<Measurement>> BriefAsync(KernelLaunch launch, string folder)
    {
        var clock = Stopwatch.StartNew();
        await using var client = await KernelClient.StartAsync(launch, folder, CancellationToken.None);
        return await StartAndRunAsync(client, clock);
    }

    private static async Task<Measurement[]> StartAndRunAsync(KernelClient client, Stopwatch clock)
    {
        await SubmitAsync(client, "1+1");
        var (first, memory, processor) = (clock.Elapsed, PeakMemory(client.ProcessId) / 1e6, ProcessorTime(client.ProcessId));
        for (var cell = 0; cell < Cells; cell++)
        {
            await SubmitAsync(client, $"{cell}+1");
        }

        return
        [
            new(First, "s", first.TotalSeconds),
            new(First + Aim.Processor, "s", processor.TotalSeconds),
            new(MemoryAtFirst, "MB", memory),
            new(Hundred, "s", (clock.Elapsed - first).TotalSeconds),
            new(Hundred + Aim.Processor, "s", (ProcessorTime(client.ProcessId) - processor).TotalSeconds),
            new("peak memory", "MB", PeakMemory(client.ProcessId) / 1e6),
        ];
    }

    private static async Task<IEnumerable<Measurement>> WarmAsync(string folder)
    {
        await using var client = await KernelClient.StartAsync(new KernelLaunch("dotnet", [BuiltinKernel]), folder, CancellationToken.None);
        await Task.Delay(_wait);
        var first = await SecondsAsync(client);
        var later = new List<double>();
        for (var cell = 0; cell < 5; cell++)
        {
            later.Add(await SecondsAsync(client));
        }

        return [new(Warm, "s", Math.Max(0, first - Statistics.Median(later)))];
    }

    private static async Task<double> SecondsAsync(KernelClient client)
    {
        var clock = Stopwatch.StartNew();
        await SubmitAsync(client, "1+1");
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> MeasureAsync(KernelClient client, bool trace)
    {
        await SubmitAsync(client, AsyncCell, trace);
        var clock = Stopwatch.StartNew();
        for (var cell = 0; cell < AsyncCells; cell++)
        {
            await SubmitAsync(client, AsyncCell, trace);
        }

        return clock.Elapsed.TotalSeconds;
    }

    // 'dotnet tool run' is a process of its own above the tool's: the kernel is the largest of them.
    private static long PeakMemory(int id)
    {
        using var process = Process.GetProcessById(id);
        return Children(id).Select(PeakMemory).Append(process.PeakWorkingSet64).Max();
    }

    private static TimeSpan ProcessorTime(int id)
    {
        using var process = Process.GetProcessById(id);
        return Children(id).Aggregate(process.TotalProcessorTime, (sum, child) => sum + ProcessorTime(child));
    }

    private static IEnumerable<int> Children(int id) =>
        from thread in Directory.Exists($"/proc/{id}/task") ? Directory.GetDirectories($"/proc/{id}/task") : []
        from child in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select int.Parse(child, CultureInfo.InvariantCulture);

    private static async Task SubmitAsync(KernelClient client, string code, bool trace = false)
    {
        if (await client.SubmitAsync(code, "cell", _ => { }, trace, CancellationToken.None) is { } failure)
        {
            throw new InvalidOperationException(failure);
        }
    }

    private sealed record KernelContestant(string Name, KernelLaunch Launch)
        : Contestant("kernel", Name, null, () => []);
}
