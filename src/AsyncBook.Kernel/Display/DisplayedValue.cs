using AsyncBook.Kernel.Cells;
using AsyncBook.Kernel.Protocol;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A value on show, which can be replaced in its place.</summary>
public sealed class DisplayedValue
{
    private readonly Func<object?, IReadOnlyList<FormattedText>> _format;

    internal DisplayedValue(IReadOnlyList<FormattedText> values, Func<object?, IReadOnlyList<FormattedText>> format)
    {
        _format = format;
        Publish(values, updated: false);
    }

    /// <summary>The id by which an update finds what was shown.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString();

    /// <summary>Shows another value in this one's place.</summary>
    /// <param name="updatedValue">The new value.</param>
    public void Update(object? updatedValue) => Publish(_format(updatedValue), updated: true);

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
