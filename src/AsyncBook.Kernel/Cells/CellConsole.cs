using System.Text;
using AsyncBook.Kernel.Protocol;
using AsyncBook.Kernel.Tracing;

namespace AsyncBook.Kernel.Cells;

/// <summary>What <see cref="Console.Out"/> and <see cref="Console.Error"/> are inside a cell: every write is an event, at once.</summary>
internal sealed class CellConsole(StandardStream stream, EventPublisher events) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Gives a cell the console as it should be, whatever the one before it made of it.</summary>
    public static void Install(EventPublisher events)
    {
        Console.SetOut(new CellConsole(StandardStream.Output, events));
        Console.SetError(new CellConsole(StandardStream.Error, events));
        Console.SetIn(TextReader.Null);
    }

    public override void Write(char value) => Publish(value.ToString());

    public override void Write(string? value) => Publish(value);

    public override void Write(char[] buffer, int index, int count) => Publish(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Publish(new string(buffer));

    public override void WriteLine() => Publish(NewLine);

    public override void WriteLine(string? value) => Publish(value + NewLine);

    public override void WriteLine(char[] buffer, int index, int count) => Publish(new string(buffer, index, count) + NewLine);

    public override void WriteLine(ReadOnlySpan<char> buffer) => Publish(string.Concat(buffer, NewLine));

    private void Publish(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Frame.Print(text);
            events.Text(CellRun.Current?.Command, stream, text);
        }
    }
}
