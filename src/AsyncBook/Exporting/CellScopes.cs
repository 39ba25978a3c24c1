namespace AsyncBook.Exporting;

/// <summary>
/// In a notebook every cell may declare a name anew; a program has one scope. A cell whose names nobody uses later becomes a function
/// where it would be in another's way; of two whose names are used, the later one's are renamed.
/// </summary>
internal static class CellScopes
{
    public static void Arrange(IReadOnlyList<CellCode> cells)
    {
        RenameTypes(cells);
        var open = new List<CellCode>();
        foreach (var cell in cells.Where((cell, index) => IsUsedLater(cells, index)))
        {
            foreach (var name in cell.Names.Shared.Where(name => open.Exists(other => Declares(other, name))).Order(StringComparer.Ordinal).ToList())
            {
                RenameFrom(cells, cell, name, names => names.Shared);
            }

            open.Add(cell);
        }

        // In the way of one that stands open earlier, or later: a name counts in all of its scope, also before its declaration.
        foreach (var cell in cells.Except(open).ToList())
        {
            cell.IsWrapped = open.Exists(other => Clash(cell, other));
            if (!cell.IsWrapped)
            {
                open.Add(cell);
            }
        }

        foreach (var cell in open.Where(cell => IsUsedLater(cells, IndexOf(cells, cell))))
        {
            foreach (var name in cell.Names.Inner.Where(name => open.Exists(other => other != cell && other.Names.Shared.Contains(name))).Order(StringComparer.Ordinal))
            {
                cell.Rename(name, Fresh(cells, name));
            }
        }
    }

    private static bool IsUsedLater(IReadOnlyList<CellCode> cells, int index) =>
        cells[index].Names.Shared.Any(name => Users(cells, index, name, names => names.Shared).Any());

    // Up to the next cell that declares it anew.
    private static IEnumerable<CellCode> Users(IReadOnlyList<CellCode> cells, int index, string name, Func<DeclaredNames, IEnumerable<string>> declared) => cells
        .Skip(index + 1)
        .TakeWhile(cell => !declared(cell.Names).Contains(name))
        .Where(cell => cell.Names.Used.Contains(name));

    private static void RenameTypes(IReadOnlyList<CellCode> cells)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            foreach (var name in cell.Names.Types.Order(StringComparer.Ordinal).Where(name => !known.Add(name)))
            {
                RenameFrom(cells, cell, name, names => names.Types);
            }
        }
    }

    private static void RenameFrom(IReadOnlyList<CellCode> cells, CellCode cell, string name, Func<DeclaredNames, IEnumerable<string>> declared)
    {
        var fresh = Fresh(cells, name);
        foreach (var user in Users(cells, IndexOf(cells, cell), name, declared).Prepend(cell))
        {
            user.Rename(name, fresh);
        }
    }

    private static string Fresh(IReadOnlyList<CellCode> cells, string name)
    {
        var number = 2;
        while (cells.Any(cell => cell.Names.Used.Contains($"{name}{number}") || cell.Takes($"{name}{number}")))
        {
            number++;
        }

        return $"{name}{number}";
    }

    private static bool Clash(CellCode cell, CellCode other) =>
        cell.Names.Shared.Any(name => Declares(other, name)) || other.Names.Shared.Any(name => Declares(cell, name));

    private static bool Declares(CellCode cell, string name) => cell.Names.Shared.Contains(name) || cell.Names.Inner.Contains(name);

    private static int IndexOf(IReadOnlyList<CellCode> cells, CellCode cell) => cells.TakeWhile(other => other != cell).Count();
}
