using System.Text;

namespace AsyncBook.Kernel.Protocol;

/// <summary>The two pipes to the client, out of reach of the code that cells run.</summary>
internal sealed class ProtocolChannel : IDisposable
{
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Lock _writing = new();

    public ProtocolChannel(Stream input, Stream output)
    {
        _input = input;
        _output = output;
        Commands = new StreamReader(input, Encoding.UTF8);
    }

    /// <summary>What the client sends, a line a command.</summary>
    public TextReader Commands { get; }

    /// <summary>
    /// Moves stdin and stdout away, so that whatever a cell, a library or a child process
    /// reads or writes there can neither eat a command nor break an event.
    /// </summary>
    public static ProtocolChannel TakeOverStandardStreams()
    {
        var channel = OperatingSystem.IsWindows()
            ? new ProtocolChannel(Console.OpenStandardInput(), Console.OpenStandardOutput())
            : new ProtocolChannel(UnixStandardStreams.TakeInput(), UnixStandardStreams.TakeOutput());
        Console.SetIn(TextReader.Null);
        return channel;
    }

    /// <summary>Writes one whole line at once: events of different threads never interleave.</summary>
    public void WriteLine(ReadOnlySpan<byte> utf8Line)
    {
        lock (_writing)
        {
            _output.Write(utf8Line);
            _output.Flush();
        }
    }

    public void Dispose()
    {
        Commands.Dispose();
        _input.Dispose();
        _output.Dispose();
    }
}
