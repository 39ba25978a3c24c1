#nullable enable
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;

/// <summary>A page on the map of a site.</summary>
/// <param name="Label">What is written beside it.</param>
/// <param name="Style">page, book, redirect, failed or other.</param>
/// <param name="Words">What became of it, for those who do not see the colour.</param>
/// <param name="Level">How many steps it is from the first page.</param>
public sealed record SitePage(string Label, string Style, string Words, int Level)
{
    /// <summary>The pages below it.</summary>
    public IList<SitePage> Children { get; } = [];

    internal bool IsBook => Style == "book";
    internal int Books => Children.Count(child => child.IsBook);
    internal IEnumerable<SitePage> Rows => Children.Where(child => !child.IsBook).SelectMany(child => child.Rows).Prepend(this);
}

/// <summary>The map of a site as static SVG: a row for each page, indented by its level; books are a row of dots.</summary>
public static class SiteMap
{
    private const int Row = 22, Top = 62, Step = 26;

    private static readonly (string Style, string Name)[] _legend =
        [("page", "网页"), ("book", "书"), ("redirect", "重定向"), ("failed", "没抓到"), ("other", "不是网页")];

    /// <summary>Draws it.</summary>
    public static string ToSvg(SitePage root, string title)
    {
        var rows = root.Rows.ToList();
        var height = Top + (rows.Count * Row) + 8;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" id="site-map" role="img" aria-labelledby="site-map-title site-map-desc" width="680" height="{height}" viewBox="0 0 680 {height}">
            <title id="site-map-title">{SecurityElement.Escape(title)}</title>
            <desc id="site-map-desc">{SecurityElement.Escape(ToText(root))}</desc>
            <style>{Style("#site-map")}</style>
            <rect class="panel" x="0.5" y="0.5" width="679" height="{height - 1}" rx="8"/>
            <text class="title" x="14" y="25">{SecurityElement.Escape(title)}</text>
            {Body(rows)}</svg>
            """;
    }

    /// <summary>The same in words, for a screen reader and a terminal.</summary>
    public static string ToText(SitePage root) => string.Join("\n", root.Rows.Select(page =>
        $"{new string('　', page.Level)}{page.Label}：{page.Words}{(page.Books > 0 ? $"，下面有 {page.Books} 本书" : "")}"));

    private static string Body(List<SitePage> rows)
    {
        var body = new StringBuilder();
        int X(SitePage page) => 22 + (page.Level * Step);
        int Y(SitePage page) => Top + (rows.FindIndex(row => ReferenceEquals(row, page)) * Row);
        foreach (var page in rows)
        {
            foreach (var child in page.Children.Where(child => !child.IsBook))
                body.Append(CultureInfo.InvariantCulture, $"<path d='M{X(page)} {Y(page) + 6}V{Y(child)}H{X(child) - 6}'/>");
            body.Append(CultureInfo.InvariantCulture, $"<circle class='{page.Style}' cx='{X(page)}' cy='{Y(page)}' r='5'/>");
            body.Append(CultureInfo.InvariantCulture, $"<text x='{X(page) + 12}' y='{Y(page) + 4}'>{SecurityElement.Escape(page.Label)}</text>\n");
            for (var i = 0; i < page.Books; i++)
                body.Append(CultureInfo.InvariantCulture, $"<circle class='book' cx='{430 + (i * 16)}' cy='{Y(page)}' r='5'/>");
            if (page.Style == "failed")
                body.Append(CultureInfo.InvariantCulture, $"<text class='small' x='430' y='{Y(page) + 4}'>{SecurityElement.Escape(page.Words)}</text>");
        }
        foreach (var ((style, name), i) in _legend.Select((entry, i) => (entry, i)))
            body.Append(CultureInfo.InvariantCulture, $"<circle class='{style}' cx='{300 + (i * 72)}' cy='20' r='5'/><text class='small' x='{310 + (i * 72)}' y='24'>{name}</text>");
        return body.ToString();
    }

    private static string Style(string id)
    {
        string Theme(string ink, string panel, string line, string page, string book, string redirect, string failed, string other) => $$"""
            {{id}} text { fill: {{ink}}; } {{id}} .panel { fill: {{panel}}; stroke: {{line}}; } {{id}} path { stroke: {{line}}; fill: none; }
            {{id}} .page { fill: {{page}}; } {{id}} .book { fill: {{book}}; } {{id}} .redirect { fill: {{redirect}}; }
            {{id}} .failed { fill: {{failed}}; } {{id}} .other { fill: {{other}}; }
            """;
        return $$"""
            {{id}} { max-width: 100%; height: auto; font: 13px system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; }
            {{id}} .title { font-weight: 600; } {{id}} .small { font-size: 12px; }
            {{Theme("#1f2328", "#ffffff", "#c4ccd4", "#1f6feb", "#2da44e", "#8250df", "#cf222e", "#8c959f")}}
            @media (prefers-color-scheme: dark) {
            {{Theme("#e6edf3", "#161b22", "#454d57", "#58a6ff", "#3fb950", "#bc8cff", "#ff7b72", "#8b949e")}}
            }
            """;
    }
}
