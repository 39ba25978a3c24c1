using AsyncBook.Kernel.Display;
using AsyncBook.Kernel.Protocol;
using AsyncBook.Kernel.Scripting;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value on show, which can be replaced in its place.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    internal DisplayedValue(IReadOnlyList<FormattedText> values)
    {
        _mimeTypes = [.. values.Select(value => value.MimeType)];
        Publish(values, updated: false);
    }

    /// <summary>The id by which an update finds what was shown.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString();

    /// <summary>Shows another value in this one's place.</summary>
    /// <param name="updatedValue">The new value.</param>
    public void Update(object? updatedValue) => Publish(ValueFormatter.Format(updatedValue, _mimeTypes), updated: true);

    private void Publish(IReadOnlyList<FormattedText> values, bool updated)
    {
        if (CellRun.Current is { } run)
        {
            run.Events.Displayed(run.Command, values, DisplayId, updated);
        }
        else
        {
            Console.WriteLine(values[^1].Value);
        }
    }
}
