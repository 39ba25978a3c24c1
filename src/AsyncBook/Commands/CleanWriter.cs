using System.Text;
using AsyncBook.Outputs;

namespace AsyncBook.Commands;

/// <summary>Where errors are said: a message may quote a notebook, and its words steer no terminal.</summary>
internal sealed class CleanWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void Write(string? value) => inner.Write(TerminalText.Clean(value ?? ""));

    public override void WriteLine(string? value) => inner.WriteLine(TerminalText.Clean(value ?? ""));

    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(TerminalText.Clean(value ?? ""));

    public override void Flush() => inner.Flush();
}
