namespace AsyncBook.Serving;

/// <summary>What stands in a page's kernel: the code that ran in it to its end, each cell as it was last. With another kernel nothing stands.</summary>
internal sealed class Standing
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lines = new(StringComparer.Ordinal);
    private int _generation;

    /// <summary>A cell ran.</summary>
    /// <param name="generation">The kernel's number.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="isWhole">Whether it ran to its end.</param>
    public void Ran(int generation, CellText cell, bool isWhole)
    {
        Turn(generation);
        _cells.Remove(cell.Id);
        if (isWhole)
        {
            _cells[cell.Id] = cell.Source;
            _lines.UnionWith(cell.Source.Split('\n'));
        }
    }

    /// <summary>Whether this cell is what ran last under its name.</summary>
    public bool Has(int generation, CellText cell)
    {
        Turn(generation);
        return _cells.GetValueOrDefault(cell.Id) == cell.Source;
    }

    /// <summary>The lines of a code that no cell has brought in.</summary>
    public string Missing(int generation, string code)
    {
        Turn(generation);
        return string.Join('\n', code.Split('\n').Where(line => line.Length > 0 && !_lines.Contains(line)));
    }

    private void Turn(int generation)
    {
        if (_generation != generation)
        {
            _generation = generation;
            _cells.Clear();
            _lines.Clear();
        }
    }
}
