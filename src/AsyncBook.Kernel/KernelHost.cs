using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Threading.Channels;
using AsyncBook.Kernel.Display;
using AsyncBook.Kernel.Errors;
using AsyncBook.Kernel.Protocol;
using AsyncBook.Kernel.Scripting;

namespace AsyncBook.Kernel;

/// <summary>Reads commands until the client quits or goes away, and runs one submission after the other.</summary>
internal sealed class KernelHost(ProtocolChannel channel)
{
    private readonly EventPublisher _events = new(channel);
    private readonly Channel<KernelCommand> _submissions = Channel.CreateUnbounded<KernelCommand>();
    private volatile CellRun? _running;

    public async Task RunAsync()
    {
        CellConsole.Install(_events);
        ExceptionHandling.SetUnhandledExceptionHandler(SurviveException);
        WarmUp.Start();
        var session = new CSharpSession(Directory.GetCurrentDirectory());
        _events.Ready();
        await await Task.WhenAny(RunSubmissionsAsync(session), ReadCommandsAsync());

        // A cell that never ends must not keep a kernel alive whose client has left.
        Environment.Exit(0);
    }

    private async Task ReadCommandsAsync()
    {
        while (await channel.Commands.ReadLineAsync() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            if (TryParse(line) is { } command && !Accept(command))
            {
                return;
            }
        }
    }

    private static KernelCommand? TryParse(string line)
    {
        try
        {
            return CommandParser.Parse(line);
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
                _submissions.Writer.TryWrite(command);
                return true;
            case "Cancel":
                _running?.Cancel();
                _events.Succeeded(command);
                return true;
            case "Quit":
                _events.Succeeded(command);
                return false;
            default:
                _events.Failed(command, $"This kernel does not know the command '{command.Type}'.");
                return true;
        }
    }

    private async Task RunSubmissionsAsync(CSharpSession session)
    {
        await foreach (var command in _submissions.Reader.ReadAllAsync())
        {
            using var run = new CellRun(command, _events);
            _running = run;
            await RunAsync(run, session);
            _running = null;
        }
    }

    private async Task RunAsync(CellRun run, CSharpSession session)
    {
        _events.Received(run.Command);
        var cancelled = new TaskCompletionSource();
        using var registration = run.CancellationToken.Register(cancelled.SetResult);

        // A thread of its own, as in the real kernel: a cell that blocks must not take one from the pool it talks about.
        var evaluation = Task.Factory.StartNew(
            () => EvaluateAsync(run, session), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        if (await Task.WhenAny(evaluation, cancelled.Task) == evaluation)
        {
            Report(run.Command, await evaluation);
        }
        else
        {
            _events.Failed(run.Command, "Command cancelled.");
        }
    }

    private static async Task<Evaluation> EvaluateAsync(CellRun run, CSharpSession session)
    {
        run.Enter();
        try
        {
            return await session.EvaluateAsync(run.Command.Code, run.Command.File ?? "cell", run.CancellationToken);
        }
        catch (Exception e)
        {
            return new Evaluation.Failure(ExceptionText.Describe(e));
        }
    }

    private void Report(KernelCommand command, Evaluation evaluation)
    {
        switch (evaluation)
        {
            case Evaluation.Success success:
                _events.Diagnostics(command, success.Warnings);
                if (success.HasValue)
                {
                    _events.Returned(command, ValueFormatter.Format(success.Value));
                }

                _events.Succeeded(command);
                break;
            case Evaluation.Rejected rejected:
                _events.Diagnostics(command, rejected.Diagnostics);
                _events.Failed(command, string.Join('\n', rejected.Diagnostics.Select(DiagnosticJson.Format)));
                break;
            case Evaluation.Failure failure:
                _events.Diagnostics(command, []);
                _events.Failed(command, failure.Message);
                break;
        }
    }

    // An exception in a thread or in async void would end the process: it is shown, and the session goes on.
    private bool SurviveException(Exception exception)
    {
        _events.Text(CellRun.Current?.Command, StandardStream.Error, ExceptionText.Describe(exception) + "\n");
        return true;
    }
}
