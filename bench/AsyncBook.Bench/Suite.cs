using System.Globalization;
using System.Runtime.InteropServices;

namespace AsyncBook.Bench;

/// <summary>Runs everything, round after round, so that what disturbs the machine disturbs all alike.</summary>
internal static class Suite
{
    public static int Run(string[] options)
    {
        var rounds = int.Parse(Option(options, "--rounds") ?? "5", CultureInfo.InvariantCulture);
        var only = Option(options, "--only")?.Split(',');
        var python = Python.Find();
        var contestants = Contestants.All(python).Where(one => only is null || only.Contains(one.Group)).ToList();

        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} CPUs ({ProcessorName()}), "
            + $"{RuntimeInformation.OSDescription}, .NET {Environment.Version} Release, {python.Description}; {rounds} rounds.");
        var results = new Results();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var contestant in contestants)
            {
                Console.Error.WriteLine($"round {round}/{rounds}: {contestant.Group} on {contestant.Name}");
                results.Add(contestant, contestant.Measure());
            }
        }
        Console.WriteLine(Table.Of(results));
        return 0;
    }

    private static string? Option(string[] options, string name) =>
        Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;

    public static string ProcessorName() => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString()
        : RuntimeInformation.ProcessArchitecture.ToString();
}
