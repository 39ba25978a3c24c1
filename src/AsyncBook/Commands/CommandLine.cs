using System.CommandLine;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary>What can be typed after <c>asyncbook</c>.</summary>
internal sealed class CommandLine
{
    private readonly IAnsiConsole _console;
    private readonly TextWriter _errors;
    private readonly RootCommand _root = new("Runs, checks and publishes the AsyncBook notebooks without an editor.");

    /// <param name="console">Where the commands write.</param>
    /// <param name="errors">Where they say what is wrong.</param>
    public CommandLine(IAnsiConsole console, TextWriter errors)
    {
        (_console, _errors) = (console, errors);
        _root.Subcommands.Add(RunCommand.Create(console, errors));
        _root.Subcommands.Add(TraceCommand.Create(console, errors));
        _root.Subcommands.Add(ExercisesCommand.Create(console, errors));
        _root.Subcommands.Add(ServicesCommand.Create(console, errors));
        _root.Subcommands.Add(DoctorCommand.Create(console));
        _root.Subcommands.Add(ErrataCommand.Create(console, errors));
        _root.Subcommands.Add(BookCommand.Create(console));
    }

    /// <summary>The commands there are.</summary>
    public IEnumerable<string> Names => _root.Subcommands.Select(command => command.Name);

    public static CommandLine Create() => new(Terminal.Create(), Console.Error);

    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var parsed = _root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await _errors.WriteLineAsync(error.Message);
            }

            await _errors.WriteLineAsync(parsed.CommandResult.Command is RootCommand ? "see: asyncbook --help" : $"see: asyncbook {parsed.CommandResult.Command.Name} --help");
            return ExitCode.BadUsage;
        }

        // Two seconds is what Ctrl+C may take; what then still runs is ended with the process.
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(2),
            Output = _console.Profile.Out.Writer,
            Error = _errors,
        };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception e) when (e is NotebookFormatException or FormatException or BookFolderException)
        {
            await _errors.WriteLineAsync(e.Message);
            return ExitCode.BadUsage;
        }
        catch (OperationCanceledException)
        {
            await _errors.WriteLineAsync("stopped");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is BookException or NotebookSaveException or KernelException or ServiceException or IOException or UnauthorizedAccessException)
        {
            await _errors.WriteLineAsync(e.Message);
            return ExitCode.Failure;
        }
    }
}
