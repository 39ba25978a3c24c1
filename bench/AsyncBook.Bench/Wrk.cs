using System.Globalization;
using System.Text.RegularExpressions;

namespace AsyncBook.Bench;

/// <summary>wrk, which asks one address over and over.</summary>
internal static partial class Wrk
{
    public static bool IsHere => Child.Succeeds("sh", "-c", "command -v wrk");

    /// <summary>How many requests a second were answered, every one with 200.</summary>
    public static double RequestsPerSecond(IEnumerable<string> prefix, int seconds, string url)
    {
        using var process = Child.Start([.. prefix, "wrk", "-t1", "-c10", $"-d{seconds}s", url]);
        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var rate = Rate().Match(report);
        // An answer that is an error is quick: its figure would be worth nothing.
        return process.ExitCode == 0 && rate.Success && !Errors().IsMatch(report)
            ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"wrk against {url}: exit code {process.ExitCode}\n{report}");
    }

    [GeneratedRegex(@"Requests/sec:\s*([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex("Socket errors|Non-2xx")]
    private static partial Regex Errors();
}
