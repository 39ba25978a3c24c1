using System.Globalization;
using System.Text.RegularExpressions;

namespace AsyncBook.Bench;

/// <summary>wrk, which asks one address over and over.</summary>
internal static partial class Wrk
{
    public static bool IsHere => Child.Succeeds("sh", "-c", "command -v wrk");

    /// <summary>How many requests were answered, every one with 200, and how many of them a second.</summary>
    public static (double Requests, double PerSecond) Ask(int seconds, string url)
    {
        using var process = Child.Start(["wrk", "-t1", "-c10", $"-d{seconds}s", url]);
        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var (requests, rate) = (Requests().Match(report), Rate().Match(report));
        // An answer that is an error is quick: its figure would be worth nothing.
        return process.ExitCode == 0 && requests.Success && rate.Success && !Errors().IsMatch(report)
            ? (double.Parse(requests.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"wrk against {url}: exit code {process.ExitCode}\n{report}");
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Requests/sec:\s*([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex("Socket errors|Non-2xx")]
    private static partial Regex Errors();
}
