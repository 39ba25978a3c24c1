using AsyncBook.Notebooks;
using AsyncBook.Publishing;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>Where in a notebook a link may lead: a heading, by its words; no front end knows the cells' ids.</summary>
internal static class Anchors
{
    /// <summary>What is wrong with a link to this anchor.</summary>
    /// <param name="notebook">The notebook it is in.</param>
    /// <param name="anchor">What stands after "#", as it is in the address.</param>
    /// <returns>Null if it leads to one heading, in every front end.</returns>
    public static string? Fault(Notebook notebook, string anchor)
    {
        var same = Headings(notebook).Where(heading => Slug.Make(heading) == Slug.Make(Uri.UnescapeDataString(anchor))).ToList();
        return same switch
        {
            [] when notebook.Cells.Any(cell => cell.Id == anchor) => "leads to a cell, which no front end follows; link to the heading above it",
            [] => "leads to no heading",
            [var heading] when HeadingAnchor.Link(HeadingAnchor.From(heading)) is var link =>
                link == "#" + anchor ? null : $"is not as Jupyter spells it; write {link}",
            _ => $"leads to {same.Count} headings",
        };
    }

    public static IEnumerable<string> Headings(Notebook notebook) => notebook.Cells.SelectMany(HeadingAnchor.Headings);
}
