using System.Text;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Running;

/// <summary>Collects what one cell prints and displays, in its order, as a notebook stores it.</summary>
/// <param name="limit">More than this many characters is a cell that prints without end.</param>
internal sealed class CellRecorder(int limit = 64 * 1024 * 1024)
{
    private const int PerMillion = 1024 * 1024;

    private readonly List<Part> _parts = [];
    private readonly Dictionary<string, int> _displays = [];
    private int _length;

    public bool IsFull => _length > limit;

    /// <summary>The limit, in millions of characters.</summary>
    public int Millions => limit / PerMillion;

    public IReadOnlyList<CellOutput> Outputs => [.. _parts.Select(part => part.Output)];

    public void Add(KernelEvent said)
    {
        switch (said)
        {
            case KernelEvent.Text text:
                Add(text);
                break;
            case KernelEvent.Displayed displayed when !PackageProgress.IsShownBy(displayed.Data):
                Add(displayed);
                break;
            case KernelEvent.Returned returned:
                Count(returned.Data);
                _parts.Add(new Whole(new ResultOutput(returned.Data)));
                break;
        }
    }

    private void Add(KernelEvent.Text text)
    {
        _length += text.Value.Length;
        if (_parts.LastOrDefault() is StreamText last && last.IsError == text.IsError)
        {
            last.Text.Append(text.Value);
        }
        else
        {
            _parts.Add(new StreamText(text.IsError, new StringBuilder(text.Value)));
        }
    }

    private void Add(KernelEvent.Displayed displayed)
    {
        var output = new Whole(new DisplayOutput(displayed.Data));
        if (displayed.IsUpdate && displayed.ValueId is { } id && _displays.TryGetValue(id, out var index))
        {
            _parts[index] = output;
            return;
        }

        if (displayed.ValueId is { } fresh)
        {
            _displays[fresh] = _parts.Count;
        }

        Count(displayed.Data);
        _parts.Add(output);
    }

    private void Count(MimeBundle shown) => _length += shown.Formats.Sum(format => format.Value.Length);

    private abstract record Part
    {
        public abstract CellOutput Output { get; }
    }

    private sealed record Whole(CellOutput Given) : Part
    {
        public override CellOutput Output => Given;
    }

    private sealed record StreamText(bool IsError, StringBuilder Text) : Part
    {
        public override CellOutput Output => new StreamOutput(IsError ? "stderr" : "stdout", Text.ToString());
    }
}
