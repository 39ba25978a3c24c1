using System.Globalization;

namespace AsyncBook.Bench;

/// <summary>What an editor of the live book asks while one writes: how long its answers take, the first time and from then on.</summary>
internal static class WritingSuite
{
    private const int Times = 25;

    private static readonly (string Kind, string Name, string Code)[] _questions =
    [
        ("complete", "completion", "Console."),
        ("signature", "parameter help", "Console.WriteLine("),
        ("diagnose", "squiggles", "int n = \"x\"; Console.WriteLin(n);"),
    ];

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = options is ["--rounds", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 5;
        var folder = Directory.CreateTempSubdirectory("asyncbook-bench-").FullName;
        var (first, later) = (_questions.ToDictionary(one => one.Kind, _ => new List<double>()), _questions.ToDictionary(one => one.Kind, _ => new List<double>()));
        for (var round = 1; round <= rounds; round++)
        {
            await using var server = await LiveBookServer.StartAsync(folder);
            await server.RunAsync("Console.WriteLine(1);");
            for (var time = 0; time <= Times; time++)
            {
                foreach (var (kind, _, code) in _questions)
                {
                    // No two the same: nothing is answered from memory.
                    var text = string.Create(CultureInfo.InvariantCulture, $"/* {round} {time} */ {code}");
                    (time == 0 ? first : later)[kind].Add((await ((LiveBookServer)server).AskAsync(kind, text)).TotalMilliseconds);
                }
            }
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} CPUs, .NET {Environment.Version}; {rounds} rounds, medians (least – most), ms.\n");
        Console.WriteLine($"| | first in a kernel | the {Times} behind it | of these over 150 ms |\n|---|---|---|---|");
        foreach (var (kind, name, _) in _questions)
        {
            Console.WriteLine($"| {name} | {Figure(first[kind])} | {Figure(later[kind])} | {later[kind].Count(time => time > 150)} of {later[kind].Count} |");
        }

        return 0;
    }

    private static string Figure(List<double> values) => string.Create(CultureInfo.InvariantCulture, $"{Statistics.Median(values):0.0} ({values.Min():0.0} – {values.Max():0.0})");
}
