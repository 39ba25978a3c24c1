#nullable enable
using System;

/// <summary>The one place that knows how a kernel displays things.</summary>
public static class Show
{
    /// <summary>Displays a picture.</summary>
    /// <param name="svg">A whole SVG document.</param>
    public static void Svg(string svg) => svg.DisplayAs("image/svg+xml");
}
