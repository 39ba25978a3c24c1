namespace AsyncBook.Running;

/// <summary>What an exercise's check said of an answer.</summary>
/// <param name="Id">The exercise, as in 1.4-a.</param>
/// <param name="State">How far the answer is.</param>
/// <param name="Words">The check's own words, without the exercise's number.</param>
internal sealed record ExerciseVerdict(string Id, ExerciseState State, string Words)
{
    private static readonly (string Beginning, ExerciseState State)[] _beginnings =
    [
        ("通过：", ExerciseState.Solved), ("还不对：", ExerciseState.NotYet), ("未完成：", ExerciseState.NotStarted),
    ];

    /// <summary>The line that a verdict is in a check's output.</summary>
    public string Line => $"{Id} {Words}";

    /// <summary>A verdict of our own: the answer could not be judged, because it does not even run.</summary>
    public static ExerciseVerdict NotYet(string id, string why) =>
        new(id, ExerciseState.NotYet, "还不对：" + why.Split('\n', 2)[0].Trim());

    /// <summary>The last verdict in what a check has printed; null where there is none.</summary>
    public static ExerciseVerdict? Find(string id, string printed) =>
        printed.Split('\n').Reverse().Select(line => Parse(id, line)).FirstOrDefault(verdict => verdict is not null);

    /// <summary>What a line says of an exercise; null where it is no verdict.</summary>
    public static ExerciseVerdict? Parse(string id, string line)
    {
        if (!line.StartsWith(id + " ", StringComparison.Ordinal))
        {
            return null;
        }

        var words = line[(id.Length + 1)..].Trim();
        return _beginnings.Where(known => words.StartsWith(known.Beginning, StringComparison.Ordinal))
            .Select(known => new ExerciseVerdict(id, known.State, words)).FirstOrDefault();
    }
}

/// <summary>How far a learner has come with an exercise.</summary>
internal enum ExerciseState
{
    /// <summary>The cell holds the stub, or its check found nothing to judge.</summary>
    NotStarted,

    /// <summary>The cell was changed; its check has not judged this text, or had nothing to judge.</summary>
    Begun,

    /// <summary>The check said 还不对 of this very text, and why.</summary>
    NotYet,

    /// <summary>The check said 通过 of this very text.</summary>
    Solved,
}
