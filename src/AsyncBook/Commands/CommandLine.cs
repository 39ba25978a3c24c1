using System.CommandLine;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Services;

namespace AsyncBook.Commands;

/// <summary>What can be typed after <c>asyncbook</c>.</summary>
internal sealed class CommandLine
{
    private readonly RootCommand _root = new("Runs, checks and publishes the AsyncBook notebooks without an editor.");

    private CommandLine()
    {
        _root.Subcommands.Add(RunCommandLine.Create());
        _root.Subcommands.Add(ExercisesCommandLine.Create());
        _root.Subcommands.Add(ServicesCommandLine.Create());
        _root.Subcommands.Add(DoctorCommandLine.Create());
        _root.Subcommands.Add(ErrataCommand.Create());
        _root.Subcommands.Add(BookCommand.Create());
    }

    /// <summary>The commands there are.</summary>
    public IEnumerable<string> Names => _root.Subcommands.Select(command => command.Name);

    public static CommandLine Create() => new();

    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var parsed = _root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync(parsed.CommandResult.Command is RootCommand ? "see: asyncbook --help" : $"see: asyncbook {parsed.CommandResult.Command.Name} --help");
            return ExitCode.BadUsage;
        }

        // Two seconds is what Ctrl+C may take; what then still runs is ended with the process.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(2) };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (Exception e) when (e is NotebookFormatException or FormatException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.BadUsage;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("stopped");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is NotebookSaveException or KernelException or ServiceException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCode.Failure;
        }
    }
}
