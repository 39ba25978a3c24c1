using System.Globalization;

namespace AsyncBook.Bench;

/// <summary>Notebook 2.3's <c>GET /</c>: FastAPI on uvicorn against a minimal API on Kestrel, asked by wrk.</summary>
internal static class WebSuite
{
    private const string Baseline = "uvicorn", Unit = "/s";

    private static readonly string _self = Environment.ProcessPath!;

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = options is ["--rounds", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 5;
        var python = FindPython();
        if (python is null || !Wrk.IsHere)
        {
            await Console.Error.WriteLineAsync("Needs wrk, and a Python with FastAPI: "
                + "apt-get install wrk python3-fastapi python3-uvicorn python3-httptools python3-uvloop (or name that Python in ASYNCBOOK_PYTHON).");
            return 1;
        }

        var load = Load();
        var contestants = Contestants(python).ToList();
        var results = new Results();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                await Console.Error.WriteLineAsync($"round {round}/{rounds}: {contestant.Name}");
                results.Add(contestant, contestant.Measure());
            }
        }

        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} CPUs, .NET {Environment.Version} Release; "
            + $"{rounds} rounds, medians (least – most); load before {load}, after {Load()}.\n");
        Console.WriteLine("| | server | median | × uvicorn, async def |\n|---|---|---|---|");
        foreach (var (contestant, row, unit, values) in results.Lines)
        {
            Console.WriteLine($"| {row} | {contestant.Name} | {Figure(values, "0")} | {Figure(results.TimesBetter(row, Baseline, unit, values), "0.00")} |");
        }
        return 0;
    }

    private static string? FindPython() =>
        new[] { Environment.GetEnvironmentVariable("ASYNCBOOK_PYTHON"), "/usr/bin/python3", "python3" }
            .FirstOrDefault(program => program is { Length: > 0 } && Child.Succeeds(program, "-c", "import fastapi, uvicorn, uvloop, httptools"));

    private static IEnumerable<Contestant> Contestants(string python) =>
        from server in new (string Name, string? Baseline, string[] Command)[]
        {
            ("FastAPI on uvicorn, async def", Baseline, [python, Python.Script("web.py"), "async"]),
            ("FastAPI on uvicorn, def", null, [python, Python.Script("web.py"), "sync"]),
            ("minimal API on Kestrel", null, [_self, "web-server"]),
        }
        select new Contestant("web", server.Name, server.Baseline, () => Measure(server.Command));

    private static Measurement[] Measure(string[] server)
    {
        using var process = Child.Start(server);
        try
        {
            var port = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"It did not start: {string.Join(' ', server)}");
            var url = $"http://127.0.0.1:{port}/";
            // Two seconds first, for the JIT; Python loses nothing by them.
            Wrk.Ask(2, url);
            process.Refresh();
            var before = process.TotalProcessorTime;
            var (requests, rate) = Wrk.Ask(5, url);
            process.Refresh();
            return
            [
                new("requests a second", Unit, rate),
                new("requests a second of the server's CPU time", Unit, requests / (process.TotalProcessorTime - before).TotalSeconds),
            ];
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Figure(IReadOnlyCollection<double> values, string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Statistics.Median(values).ToString(format, CultureInfo.InvariantCulture)} ({values.Min().ToString(format, CultureInfo.InvariantCulture)} – {values.Max().ToString(format, CultureInfo.InvariantCulture)})");
}
