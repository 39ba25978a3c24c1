#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Security;
using System.Text;

/// <summary>Pictures side by side, in one SVG that needs no other file.</summary>
public static class Gallery
{
    private const int Step = 210;

    /// <summary>Draws them.</summary>
    /// <param name="title">What they are.</param>
    /// <param name="description">What is to be seen on them, for who does not see.</param>
    /// <param name="files">JPEG files.</param>
    public static string ToSvg(string title, string description, IReadOnlyList<string> files)
    {
        var width = (Step * files.Count) + 14;
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" id="gallery" role="img" width="{{width}}" height="186">
            <title>{{SecurityElement.Escape(title)}}</title>
            <desc>{{SecurityElement.Escape(description)}}</desc>
            <style>
            #gallery rect { fill: #fff; stroke: #d8dee4 } #gallery text { fill: #1f2328; font: 12px sans-serif }
            @media (prefers-color-scheme: dark) {
            #gallery rect { fill: #161b22; stroke: #30363d } #gallery text { fill: #e6edf3 } }
            </style>
            <rect x="0.5" y="0.5" width="{{width - 1}}" height="185" rx="8"/>
            """);
        for (var i = 0; i < files.Count; i++)
        {
            var (x, name) = (12 + (Step * i), SecurityElement.Escape(Path.GetFileName(files[i])));
            svg.Append(CultureInfo.InvariantCulture, $"<image x='{x}' y='10' width='200' height='150' href='data:image/jpeg;base64,")
                .Append(Convert.ToBase64String(File.ReadAllBytes(files[i])))
                .Append(CultureInfo.InvariantCulture, $"'/><text x='{x}' y='177'>{name}</text>");
        }
        return svg.Append("</svg>").ToString();
    }
}
