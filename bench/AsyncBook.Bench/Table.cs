using System.Globalization;
using System.Text;

namespace AsyncBook.Bench;

/// <summary>The one table, in Markdown.</summary>
internal static class Table
{
    public static string Of(Results results)
    {
        var text = new StringBuilder("""
            Medians, in brackets the least and the most of the rounds. Ratios are taken round by round and say how many times
            better than asyncio (for echo: its streams) and than uvloop (for echo: its protocol, the fastest there is).

            | work | runs on | median | × asyncio | × uvloop |
            |---|---|---|---|---|

            """);
        foreach (var (contestant, row, unit, values) in results.Lines.Where(line => !line.Row.EndsWith(Aim.Processor, StringComparison.Ordinal)))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row} | {contestant.Name} | {Figure(values, value => Quantity(value, unit))} ")
                .Append(CultureInfo.InvariantCulture, $"| {Figure(results.TimesBetter(row, "asyncio", unit, values), Ratio)} ")
                .Append(CultureInfo.InvariantCulture, $"| {Figure(results.TimesBetter(row, "uvloop", unit, values), Ratio)} |\n");
        }
        return text.ToString();
    }

    private static string Figure(IReadOnlyCollection<double> values, Func<double, string> format) => values.Count == 0
        ? "–"
        : $"{format(Statistics.Median(values))} ({format(values.Min())} – {format(values.Max())})";

    private static string Quantity(double value, string unit) => unit switch
    {
        "/s" => string.Create(CultureInfo.InvariantCulture, $"{value / 1000:0.0}k/s"),
        "MB" => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0.0000} s"),
    };

    private static string Ratio(double value) => value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
