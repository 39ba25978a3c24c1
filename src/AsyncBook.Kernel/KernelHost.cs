using System.Runtime.ExceptionServices;
using System.Text.Json;
using AsyncBook.Kernel.Cells;
using AsyncBook.Kernel.Errors;
using AsyncBook.Kernel.Language;
using AsyncBook.Kernel.Protocol;
using AsyncBook.Kernel.Scripting;

namespace AsyncBook.Kernel;

/// <summary>Reads commands until the client quits or goes away, and runs one submission after the other.</summary>
internal sealed class KernelHost
{
    private readonly ProtocolChannel _channel;
    private readonly WarmUp _warmUp;
    private readonly EventPublisher _events;
    private readonly CSharpSession _session = new(Directory.GetCurrentDirectory());
    private readonly CellThread _cells;
    private readonly LanguageRequests _questions;

    public KernelHost(ProtocolChannel channel, WarmUp warmUp)
    {
        (_channel, _warmUp) = (channel, warmUp);
        _events = new EventPublisher(channel);
        _cells = new CellThread(Run);
        _questions = new LanguageRequests(_session.Drafting, _events);
    }

    /// <summary>Serves the client on this very thread: a cell that takes every thread of the pool can still be stopped.</summary>
    public void Run()
    {
        CellConsole.Install(_events);
        ExceptionHandling.SetUnhandledExceptionHandler(SurviveException);
        _warmUp.GoOn(_session.Chain, () => _cells.HasWork);
        _cells.Start();
        _events.Ready();
        while (_channel.Commands.ReadLine() is { } line)
        {
            if (line.Length > 0 && TryParse(line) is { } command && !Accept(command))
            {
                return;
            }
        }
    }

    private static KernelCommand? TryParse(string line)
    {
        try
        {
            return KernelCommand.Parse(line);
        }
        catch (JsonException e)
        {
            Console.Error.WriteLine($"not a command: {e.Message}");
            return null;
        }
    }

    private bool Accept(KernelCommand command)
    {
        switch (command.Type)
        {
            case "SubmitCode":
                _cells.Add(new CellRun(command, _events));
                return true;
            case "Cancel":
                _cells.Stop("Command cancelled.");
                _events.Succeeded(command);
                return true;
            case "Quit":
                _events.Succeeded(command);
                return false;
            case var _ when _questions.TryAdd(command):
                return true;
            default:
                _events.Failed(command, $"This kernel does not know the command '{command.Type}'.");
                return true;
        }
    }

    private void Run(CellRun run)
    {
        CellConsole.Install(_events);
        _events.Received(run.Command, CellSource.IsComplete(run.Command.Code));
        _session.Run(run);
    }

    // An exception in a thread or in async void would end the process: it is shown, and the session goes on.
    private bool SurviveException(Exception exception)
    {
        _events.Text(CellRun.Current?.Command, StandardStream.Error, ExceptionText.Describe(exception) + "\n");
        return true;
    }
}
