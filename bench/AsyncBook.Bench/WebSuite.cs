using System.Globalization;
using System.Text.RegularExpressions;
using AsyncBook.Processes;

namespace AsyncBook.Bench;

/// <summary>Requests per second of one small endpoint, on Kestrel and on uvicorn with uvloop, driven by wrk.</summary>
internal static partial class WebSuite
{
    private static readonly string[] _wrk = ["wrk", "-t1", "-c10", "-d5s"];

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = options is ["--rounds", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 5;
        var python = Python.Find();
        // wrk says its version with exit code 1.
        if (await ChildProcess.RunAsync(["wrk", "-v"], CancellationToken.None) is null)
        {
            await Console.Error.WriteLineAsync("wrk is not here (Debian: apt-get install wrk)");
            return 1;
        }

        var hasFastApi = python.HasUvloop && Child.Succeeds(python.Program!, "-c", "import fastapi, httptools, uvicorn");
        if (!hasFastApi)
        {
            await Console.Error.WriteLineAsync("C# only; for the comparison (Debian): apt-get install python3-fastapi python3-uvicorn python3-httptools python3-uvloop");
        }

        (string Name, string[] Command)[] servers =
        [
            ("Kestrel, minimal API", [Environment.ProcessPath!, "web-server"]),
            .. hasFastApi
                ? new[]
                {
                    ("uvicorn + uvloop + FastAPI, async def", new[] { python.Program!, Python.Script("web.py"), "async" }),
                    ("uvicorn + uvloop + FastAPI, def", [python.Program!, Python.Script("web.py"), "def"]),
                }
                : [],
        ];
        var rates = servers.ToDictionary(server => server.Name, _ => new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var (name, command) in servers)
            {
                await Console.Error.WriteLineAsync($"round {round}/{rounds}: {name}");
                rates[name].Add(await RateAsync(command));
            }
        }

        Show(rates, rounds);
        return 0;
    }

    private static async Task<double> RateAsync(string[] server)
    {
        using var process = Child.Start(server);
        try
        {
            var url = $"http://127.0.0.1:{await process.StandardOutput.ReadLineAsync()}/";
            // The first second is the server's to get warm.
            await WrkAsync(["wrk", "-t1", "-c10", "-d2s", url]);
            return await WrkAsync([.. _wrk, url]);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<double> WrkAsync(string[] command)
    {
        var (exitCode, output) = (await ChildProcess.RunAsync(command, CancellationToken.None))!.Value;
        return exitCode == 0 && !output.Contains("Non-2xx", StringComparison.Ordinal) && PerSecond().Match(output) is { Success: true } found
            ? double.Parse(found.Groups["rate"].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException(output);
    }

    private static void Show(Dictionary<string, List<double>> rates, int rounds)
    {
        var first = rates.First();
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} CPUs, .NET {Environment.Version}; {string.Join(' ', _wrk)}; {rounds} rounds, medians (least – most).\n");
        Console.WriteLine($"| server | requests per second | {first.Key} is so many times faster |\n|---|---|---|");
        foreach (var (name, values) in rates)
        {
            var ratios = first.Value.Zip(values, (mine, theirs) => mine / theirs).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Statistics.Median(values):0} ({values.Min():0} – {values.Max():0}) | {Statistics.Median(ratios):0.00} ({ratios.Min():0.00} – {ratios.Max():0.00}) |"));
        }
    }

    [GeneratedRegex(@"Requests/sec: +(?<rate>[\d.]+)")]
    private static partial Regex PerSecond();
}
