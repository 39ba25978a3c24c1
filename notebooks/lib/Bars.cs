#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;

/// <summary>A figure that was measured.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">How much.</param>
/// <param name="Source">1: in this run; 2: stored, from another machine.</param>
public sealed record Figure(string Name, double Value, int Source);

/// <summary>Figures as bars: one static SVG, with colours for light and for dark.</summary>
public static class Bars
{
    private const int Left = 240, Widest = 360, Row = 30;

    /// <summary>Draws them; Python's and stored ones are told apart.</summary>
    /// <param name="title">What was measured.</param>
    /// <param name="unit">Of the values.</param>
    /// <param name="format">How a value is written.</param>
    /// <param name="figures">One bar each.</param>
    public static string ToSvg(string title, string unit, string format, IReadOnlyList<Figure> figures)
    {
        var (max, height) = (figures.Max(figure => figure.Value), 64 + (figures.Count * Row));
        var id = "bars-" + title.Aggregate(17u, (hash, letter) => (hash * 31) + letter);
        var text = string.Join("；", figures.Select(figure => $"{figure.Name} {Number(figure.Value, format)} {unit}（来源 {figure.Source}）"));
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" id="{{id}}" role="img" aria-labelledby="{{id}}-t {{id}}-d"
              width="760" height="{{height}}" viewBox="0 0 760 {{height}}">
            <title id="{{id}}-t">{{SecurityElement.Escape(title)}}</title><desc id="{{id}}-d">{{SecurityElement.Escape(text)}}</desc><style>
            #{{id}} { max-width: 100%; height: auto; font: 13px system-ui, "Microsoft YaHei", "PingFang SC",
              "Noto Sans CJK SC", sans-serif; --ink: #1f2328; --paper: #fff; --edge: #d8dee4;
              --cs: #1f6feb; --py: #d9730d; }
            @media (prefers-color-scheme: dark) { #{{id}} { --ink: #e6edf3; --paper: #161b22;
              --edge: #30363d; --cs: #58a6ff; --py: #f0883e; } }
            #{{id}} text { fill: var(--ink); } #{{id}} .cs { fill: var(--cs); } #{{id}} .py { fill: var(--py); }
            #{{id}} .old { fill-opacity: .45; } #{{id}} .paper { fill: var(--paper); stroke: var(--edge); }
            </style><rect class="paper" x=".5" y=".5" width="759" height="{{height - 1}}" rx="8"/>
            <text x="14" y="25" font-weight="600">{{SecurityElement.Escape(title)}}</text>
            """);
        for (var i = 0; i < figures.Count; i++)
        {
            var (figure, y) = (figures[i], 44 + (i * Row));
            var kind = (figure.Name.Contains("asyncio", StringComparison.Ordinal) || figure.Name.Contains("uvloop", StringComparison.Ordinal) ? "py" : "cs")
                + (figure.Source == 2 ? " old" : "");
            var width = Widest * figure.Value / max;
            svg.Append(CultureInfo.InvariantCulture, $"""
                <text x="{Left - 10}" y="{y + 14}" text-anchor="end">{SecurityElement.Escape(figure.Name)}</text>
                <rect class="{kind}" x="{Left}" y="{y}" width="{width:0.#}" height="19" rx="2"/>
                <text x="{Left + 6 + width:0.#}" y="{y + 14}">{Number(figure.Value, format)} {unit}</text>
                """);
        }
        return svg.Append("</svg>").ToString();
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
