using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace AsyncBook.Bench;

/// <summary>The aims, each measured once or more, in two minutes: the table that README's figures come from.</summary>
internal static class QuickSuite
{
    private static readonly TimeSpan _budget = TimeSpan.FromSeconds(105);

    public static int Run(string[] options)
    {
        var rounds = options is ["--rounds", var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 0;
        var python = Python.Find();
        using var kernels = new KernelFolder();
        List<Contestant> contestants = [.. KernelSuite.Brief(kernels.Path), .. BookSuite.Contestants, .. Contestants.All(python).Where(Aim.Concerns)];
        var (results, clock, load) = (new Results(), Stopwatch.StartNew(), Load());
        var done = 0;

        // Another round only where there is time for all of it; the first one, on a machine that is busy, for what there is time for.
        while (rounds > 0 ? done < rounds : done == 0 || clock.Elapsed + (clock.Elapsed / done) < _budget)
        {
            done++;
            foreach (var contestant in contestants.TakeWhile(_ => rounds > 0 || clock.Elapsed < _budget))
            {
                Console.Error.WriteLine($"round {done}, {clock.Elapsed.TotalSeconds:0} s: {contestant.Group} on {contestant.Name}");
                results.Add(contestant, contestant.Measure());
            }
        }

        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} CPUs ({Suite.ProcessorName()}), {RuntimeInformation.OSDescription}, "
            + $".NET {Environment.Version} Release, {python.Description}; {done} round{(done > 1 ? "s" : "")} in {clock.Elapsed.TotalSeconds:0} s, load {load} before and {Load()} after.\n");
        Console.WriteLine("| what | aim | by the clock: median (least – most) | by CPU time | by the clock |\n|---|---|---|---|---|");
        foreach (var aim in Aim.All)
        {
            Console.WriteLine(aim.Line(results));
        }

        return 0;
    }

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
