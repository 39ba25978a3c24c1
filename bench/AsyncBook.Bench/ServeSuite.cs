using System.Globalization;

namespace AsyncBook.Bench;

/// <summary>The live book next to Jupyter with the real kernel: how long until there is a result, and how much memory, as a page has it.</summary>
internal static class ServeSuite
{
    private const int Cells = 20;
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = options is ["--rounds", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 5;
        var folder = Directory.CreateTempSubdirectory("asyncbook-bench-").FullName;
        List<(Contestant Contestant, Func<Task<IPageServer>> Start)> contestants =
        [
            (Contestant("asyncbook serve"), () => LiveBookServer.StartAsync(folder)),
            (Contestant("Jupyter, .NET Interactive"), () => JupyterServer.StartAsync(folder)),
        ];
        await JupyterServer.InstallAsync(folder);
        var results = new Results();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var (contestant, start) in contestants)
            {
                await Console.Error.WriteLineAsync($"round {round}/{rounds}: {contestant.Name}");
                results.Add(contestant, await MeasureAsync(start));
            }
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} CPUs, .NET {Environment.Version}; {rounds} rounds, medians (least – most).\n");
        Console.WriteLine("| | asyncbook serve | Jupyter, .NET Interactive | ratio |\n|---|---|---|---|");
        foreach (var row in results.Lines.GroupBy(line => line.Row))
        {
            var (mine, theirs) = (row.First(), row.Last());
            Console.WriteLine($"| {row.Key} | {Figure(mine.Values, mine.Unit)} | {Figure(theirs.Values, theirs.Unit)} | {Figure([.. mine.Values.Zip(theirs.Values, (left, right) => left / right)], "")} |");
        }

        return 0;
    }

    private static async Task<Measurement[]> MeasureAsync(Func<Task<IPageServer>> start)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await using var server = await start();
        var ready = clock.Elapsed;
        var first = await server.RunAsync("Console.WriteLine(1);");
        var (result, more) = (clock.Elapsed, new List<double>());
        for (var cell = 0; cell < Cells; cell++)
        {
            more.Add((await server.RunAsync($"Console.WriteLine({cell});")).TotalMilliseconds);
        }

        // What is still being prepared belongs to the memory that it takes.
        await Task.Delay(_rest);
        return
        [
            new("start of the server to a page with a ready kernel", "s", ready.TotalSeconds),
            new("start of the server to the first cell's output", "s", result.TotalSeconds),
            new("click to output, the first cell", "ms", first.TotalMilliseconds),
            new("click to output, one more trivial cell", "ms", Statistics.Median(more)),
            new("memory of the server and its kernels", "MB", ProcessTree.Memory(server.ProcessId) / 1e6),
        ];
    }

    private static Contestant Contestant(string name) => new("serve", name, null, () => []);

    private static string Figure(IReadOnlyList<double> values, string unit)
    {
        var format = unit is "ms" or "MB" ? "0.0" : "0.00";
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Text(Statistics.Median(values))} {unit}".TrimEnd() + $" ({Text(values.Min())} – {Text(values.Max())})";
    }
}

/// <summary>A server with a kernel behind a page, as the page's script sees it.</summary>
internal interface IPageServer : IAsyncDisposable
{
    int ProcessId { get; }

    /// <summary>Runs a cell to its end.</summary>
    /// <returns>The time until its output was there.</returns>
    Task<TimeSpan> RunAsync(string code);
}
