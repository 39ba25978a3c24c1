namespace AsyncBook.Bench;

/// <summary>Every figure of every round, in the order of the table.</summary>
internal sealed class Results
{
    private readonly List<(Contestant Contestant, string Row, string Unit, List<double> Values)> _lines = [];

    public IEnumerable<(Contestant Contestant, string Row, string Unit, List<double> Values)> Lines =>
        _lines.GroupBy(line => line.Row).SelectMany(row => row);

    public void Add(Contestant contestant, IEnumerable<Measurement> measurements)
    {
        foreach (var (row, unit, value) in measurements)
        {
            var line = _lines.Find(line => line.Row == row && line.Contestant == contestant);
            if (line.Values is null)
            {
                _lines.Add(line = (contestant, row, unit, []));
            }
            line.Values.Add(value);
        }
    }

    /// <summary>One contestant's figures in a row; none where it was not measured.</summary>
    public (string Unit, IReadOnlyList<double> Values) Of(string row, string name) =>
        _lines.Find(line => line.Row == row && line.Contestant.Name == name) is { Values: { } values, Unit: var unit } ? (unit, values) : ("", []);

    /// <summary>How many times better than the baseline, round by round; empty where there is none.</summary>
    public double[] TimesBetter(string row, string baseline, string unit, List<double> values)
    {
        var other = _lines.Find(line => line.Row == row && line.Contestant.Baseline == baseline).Values;
        return other is null ? [] : [.. values.Zip(other, (mine, theirs) => unit == "/s" ? mine / theirs : theirs / mine)];
    }
}
