namespace AsyncBook.Publishing;

/// <summary>The ids of one page, none of them twice. Cells keep theirs; headings give way.</summary>
internal sealed class PageIds(IEnumerable<string> cells)
{
    private readonly HashSet<string> _taken = new(cells, StringComparer.Ordinal);

    public string ForHeading(string text)
    {
        var slug = Slug.Of(text);
        var id = slug;
        for (var number = 1; !_taken.Add(id); number++)
        {
            id = $"{slug}-{number}";
        }

        return id;
    }
}
