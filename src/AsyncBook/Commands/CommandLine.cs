using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AsyncBook.Bundling;
using AsyncBook.IO;
using AsyncBook.Kernels;
using AsyncBook.Language;
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
    private readonly RootCommand _root = new(CommandWords.Tool);

    /// <param name="console">Where the commands write.</param>
    /// <param name="errors">Where they say what is wrong.</param>
    public CommandLine(IAnsiConsole console, TextWriter errors)
    {
        (_console, _errors) = (console, errors);
        _root.SetAction(_ => Overview.Show(console));
        _root.Subcommands.Add(RunCommand.Create(console, errors));
        _root.Subcommands.Add(ServeCommand.Create(console, errors));
        _root.Subcommands.Add(TraceCommand.Create(console, errors));
        _root.Subcommands.Add(ExercisesCommand.Create(console, errors));
        _root.Subcommands.Add(ServicesCommand.Create(console, errors));
        _root.Subcommands.Add(DoctorCommand.Create(console));
        _root.Subcommands.Add(ErrataCommand.Create(console, errors));
        _root.Subcommands.Add(BundleCommand.Create(console, errors));
        _root.Subcommands.Add(BookCommand.Create(console, errors));
        _root.Subcommands.Add(ExportCommand.Create(console));
    }

    /// <summary>The commands there are.</summary>
    public IEnumerable<string> Names => _root.Subcommands.Select(command => command.Name);

    public static CommandLine Create()
    {
        // The parser's own words, as in "Unrecognized command", come in the language of the thread.
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = Tongue.Culture;
        return new(Terminal.Create(), new CleanWriter(Console.Error));
    }

    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Contains(""))
        {
            // As of a variable that has no value: no file and no folder is called so.
            await _errors.WriteLineAsync(CommandWords.EmptyArgument);
            return ExitCode.BadUsage;
        }

        var parsed = _root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await _errors.WriteLineAsync(error.Message);
            }

            await _errors.WriteLineAsync(CommandWords.SeeHelp(OwnCommand.With($"{Path(parsed.CommandResult)} --help".TrimStart())));
            return ExitCode.BadUsage;
        }

        if (parsed.CommandResult.Command == _root)
        {
            // Its help lists the others: there each says in one line what it is for.
            foreach (var command in _root.Subcommands)
            {
                command.Description = command.Description!.Split('\n')[0].TrimEnd('\r');
            }
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
            await _errors.WriteLineAsync(CommandWords.Stopped);
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is BookException or BundleException or NotebookSaveException or KernelException or ServiceException or IOException or UnauthorizedAccessException)
        {
            await _errors.WriteLineAsync(e.Message);
            return ExitCode.Failure;
        }
    }

    // As in "services up": the command and those it stands below, without the program.
    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}".TrimStart() : "";
}
