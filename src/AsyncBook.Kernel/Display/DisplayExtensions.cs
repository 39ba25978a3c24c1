using AsyncBook.Kernel.Display;
using AsyncBook.Kernel.Protocol;
using Microsoft.DotNet.Interactive.Formatting;

namespace System;

/// <summary>What a cell calls to show a value: .NET Interactive's methods by name and namespace.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value below the cell, in order with what the cell prints.</summary>
    /// <param name="value">What to show.</param>
    /// <param name="mimeTypes">The MIME types to offer; none means the value's usual ones.</param>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) =>
        new(ValueFormatter.Format(value, mimeTypes), updated => ValueFormatter.Format(updated, mimeTypes));

    /// <summary>Shows text as it stands, as content of a MIME type such as <c>image/svg+xml</c>.</summary>
    /// <param name="value">The content.</param>
    /// <param name="mimeType">Its MIME type.</param>
    public static DisplayedValue DisplayAs(this string value, string mimeType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        return new DisplayedValue(
            [new FormattedText(mimeType, value)],
            updated => updated is string text ? [new FormattedText(mimeType, text)] : ValueFormatter.Format(updated, mimeType));
    }
}
