namespace AsyncBook.Kernels;

/// <summary>What a process last wrote to its standard error, without the runtime's own stack frames.</summary>
internal sealed class LastWords
{
    private const int LinesKept = 10;
    private readonly Queue<string> _lines = new();
    private readonly Lock _gate = new();

    public void Add(string line)
    {
        if (line.Length == 0 || IsForeignFrame(line))
        {
            return;
        }

        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines);
        }
    }

    // A crash ends in dozens of frames of the kernel and of .NET; the first line and those of the cell say what happened.
    private static bool IsForeignFrame(string line) =>
        line.StartsWith("   at ", StringComparison.Ordinal) && !line.Contains("Submission#", StringComparison.Ordinal);
}
