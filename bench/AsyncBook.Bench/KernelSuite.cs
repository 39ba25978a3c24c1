using System.Diagnostics;
using System.Globalization;
using AsyncBook.Kernels;

namespace AsyncBook.Bench;

/// <summary>How long a kernel takes to its first result and for a hundred cells, and how much memory, next to the real tool.</summary>
internal static class KernelSuite
{
    private const int Cells = 100;
    private const int AsyncCells = 20;

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

    private static string BuiltinKernel
    {
        get
        {
            var here = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
            return Path.GetFullPath(Path.Combine(here, "..", "..", "AsyncBook", Path.GetFileName(here), "kernel", "AsyncBook.Kernel.dll"));
        }
    }

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = options is ["--rounds", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 7;
        var folder = Directory.CreateTempSubdirectory("asyncbook-bench-").FullName;
        var contestants = Contestants(folder).ToList();
        var results = new Results();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                await Console.Error.WriteLineAsync($"round {round}/{rounds}: {contestant.Name}");
                results.Add(contestant, await MeasureAsync(contestant.Launch, folder));
            }
        }

        Directory.Delete(folder, recursive: true);
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

    private static IEnumerable<KernelContestant> Contestants(string folder)
    {
        yield return new("AsyncBook.Kernel", new KernelLaunch("dotnet", [BuiltinKernel]));
        yield return new(".NET Interactive", KernelLaunch.For(KernelKind.Interactive, folder));
    }

    private static async Task<Measurement[]> MeasureAsync(KernelLaunch launch, string folder)
    {
        var clock = Stopwatch.StartNew();
        await using var client = await KernelClient.StartAsync(launch, folder, CancellationToken.None);
        await SubmitAsync(client, "1+1");
        var first = clock.Elapsed;
        for (var cell = 0; cell < Cells; cell++)
        {
            await SubmitAsync(client, $"{cell}+1");
        }

        var (all, memory) = (clock.Elapsed, PeakMemory(client.ProcessId) / 1e6);
        var plain = await MeasureAsync(client, trace: false);
        var traced = await MeasureAsync(client, trace: true);
        return
        [
            new("process start to the result of `1+1`", "s", first.TotalSeconds),
            new($"{Cells} more trivial cells", "s", (all - first).TotalSeconds),
            new("peak memory", "MB", memory),
            new($"{AsyncCells} cells that await 100 times", "s", plain),
            new("the same, asked to trace them", "s", traced),
        ];
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
