using System.Globalization;
using System.Text.Json;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Publishing;
using AsyncBook.Running;

namespace AsyncBook.Serving;

/// <summary>What a running cell says, as messages for its page: cleaned as in the book.</summary>
/// <param name="notebook">The notebook's name.</param>
/// <param name="cell">The cell.</param>
/// <param name="most">More characters than this a page does not get.</param>
/// <param name="send">Takes the messages.</param>
internal sealed class CellVoice(string notebook, CellText cell, int most, Action<ServerMessage> send)
{
    private static int _outputs;
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private int _room = most;

    public void Hear(KernelEvent said)
    {
        switch (said)
        {
            case KernelEvent.Text text:
                Print(text.Value, text.IsError ? "stderr" : "stdout");
                break;
            case KernelEvent.Stray { Value.Length: > 0 } stray:
                Print(stray.Value, "stdout");
                break;
            case KernelEvent.Displayed { Data: var data } when PackageProgress.IsShownBy(data):
                break;
            case KernelEvent.Displayed { Data: var data } when data[TraceHtml.Mime] is { } trace:
                Show(data, trace);
                break;
            case KernelEvent.Displayed shown:
                var isAgain = shown.IsUpdate && shown.ValueId is { } id && _values.Contains(id);
                if (shown.ValueId is { } value)
                {
                    _values.Add(value);
                }

                Show(new DisplayOutput(shown.Data), "display", shown.ValueId, isAgain ? shown.ValueId : null);
                break;
            case KernelEvent.Returned returned:
                Show(new ResultOutput(returned.Data), "display");
                break;
        }
    }

    /// <summary>Why it failed.</summary>
    public void Fail(string failure)
    {
        // However much there was: why it ended is said.
        _room = int.MaxValue;
        Show(RaisedError.Parse(failure), "error");
    }

    // As much as there is room for; no character of two halves is cut in two.
    private void Print(string text, string stream)
    {
        var length = Math.Min(text.Length, _room);
        length -= length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        if (length > 0)
        {
            _room -= length;
            send(new ServerMessage.Output(cell.Id, Html.Encode(text[..length]), stream));
        }
    }

    private void Show(CellOutput output, string stream, string? value = null, string? replace = null)
    {
        var number = Interlocked.Increment(ref _outputs);
        var html = OutputHtml.Render(output, cell.Id, number, notebook);
        if (html.Length > 0 && html.Length <= _room)
        {
            // What takes the place of another needs no more of it.
            _room -= replace is null ? html.Length : 0;
            send(new ServerMessage.Output(cell.Id, html, stream, value is null ? null : Named(value), replace is null ? null : Named(replace)));
        }
    }

    private string Named(string value) => string.Create(CultureInfo.InvariantCulture, $"{cell.Id}/{value}");

    private void Show(MimeBundle data, string trace) =>
        send(new ServerMessage.Trace(cell.Id, TraceHtml.Text(data), JsonSerializer.SerializeToElement(SiteTraces.Parts(cell.Source, trace))));
}
