namespace AsyncBook.Publishing;

/// <summary>The contents at the side of a page: all pages, and the headings of this one.</summary>
internal static class Contents
{
    public static string Of(IReadOnlyList<NotebookPage> pages, string address, IReadOnlyList<Heading> headings)
    {
        var root = Html.RootFrom(address);
        string Item(NotebookPage page) => page.Address == address
            ? $"""<li><a href="{root}{Escaped(page.Address)}" aria-current="page">{Html.Encode(page.Title)}</a>{Below(headings)}</li>"""
            : $"""<li><a href="{root}{Escaped(page.Address)}">{Html.Encode(page.Title)}</a></li>""";

        return string.Concat(pages.GroupBy(page => page.Part).Select(part =>
            $"""<p class="part">{Html.Encode(part.Key)}</p><ul>{string.Concat(part.Select(Item))}</ul>"""));
    }

    public static string Escaped(string address) => string.Join('/', address.Split('/').Select(Uri.EscapeDataString));

    private static string Below(IReadOnlyList<Heading> headings)
    {
        var shown = headings.Where(heading => heading.Level is 2 or 3).Select(heading =>
            $"""<li class="level{(heading.Level == 2 ? "2" : "3")}"><a href="#{Uri.EscapeDataString(heading.Id)}">{Html.Encode(heading.Text)}</a></li>""");
        var items = string.Concat(shown);
        return items.Length == 0 ? "" : $"<ul class=\"here\">{items}</ul>";
    }
}
