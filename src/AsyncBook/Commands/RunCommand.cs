using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AsyncBook.Commands.Views;
using AsyncBook.Exercises;
using AsyncBook.IO;
using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Running;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook run</c>: from paths to an exit code.</summary>
internal sealed class RunCommand(IAnsiConsole console, TextWriter errors)
{
    private const string Kernels = "builtin|interactive";

    private static readonly Argument<string[]> _paths = new("notebooks")
    {
        Description = CommandWords.Notebooks,
        Arity = ArgumentArity.ZeroOrMore,
        Validators = { RefuseUnknownOptions },
    };

    private static readonly Option<double> _timeout = new("--timeout")
    {
        Description = RunWords.Timeout,
        DefaultValueFactory = _ => RunOptions.Default.CellTimeout.TotalSeconds,
        Validators = { result => RequireNumber(result, 0.001, 86400, RunWords.TimeoutRange) },
    };

    private static readonly Option<int> _jobs = new("--jobs")
    {
        Description = RunWords.Jobs,
        DefaultValueFactory = _ => RunOptions.Default.Jobs,
        Validators = { result => RequireNumber(result, 1, 64, RunWords.JobsRange) },
    };

    private static readonly Option<KernelKind> _kernel = new("--kernel")
    {
        Description = RunWords.Kernel,
        HelpName = Kernels,
        CustomParser = result => Choice.Read<KernelKind>(result, "--kernel", Kernels),
        DefaultValueFactory = _ => RunOptions.Default.Kernel,
    };

    private static readonly Option<bool> _save = new("--save") { Description = RunWords.Save };
    private static readonly Option<bool> _check = new("--check") { Description = RunWords.Check };
    private static readonly Option<bool> _trace = new("--trace") { Description = RunWords.Trace };
    private static readonly Option<bool> _verbose = new("--verbose") { Description = RunWords.Verbose };
    private static readonly Option<bool> _exercises = new("--exercises") { Description = RunWords.Exercises };
    private static readonly Option<string?> _trx = new("--trx") { Description = RunWords.Trx };

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("run", RunWords.Description) { _paths, _timeout, _jobs, _kernel, _save, _check, _trace, _verbose, _exercises, _trx };
        command.Validators.Add(result => Require(
            result, !(result.GetValue(_save) && result.GetValue(_check)), CommandWords.Exclude("--save", "--check")));
        command.SetAction((parsed, cancellationToken) => new RunCommand(console, errors).RunAsync(
            parsed.GetValue(_paths)!, Options(parsed), parsed.GetValue(_verbose), parsed.GetValue(_exercises), parsed.GetValue(_trx), cancellationToken));
        return command;
    }

    private static RunOptions Options(ParseResult parsed) => new(
        parsed.GetValue(_kernel),
        TimeSpan.FromSeconds(parsed.GetValue(_timeout)),
        parsed.GetValue(_jobs),
        parsed.GetValue(_save) ? OutputMode.Save : parsed.GetValue(_check) ? OutputMode.Check : OutputMode.Forget)
    {
        TracesAll = parsed.GetValue(_trace),
    };

    // With any number of paths allowed, a misspelt option would pass for one of them.
    private static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            result.AddError(CommandWords.UnknownOption(token.Value));
        }
    }

    // The validators also see an option that was not given, without a token: its default needs no check.
    private static void RequireNumber(OptionResult result, double least, double most, string message) => Require(
        result,
        result.Tokens is not [.., var last]
            || (double.TryParse(last.Value, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most),
        message);

    private static void Require(SymbolResult result, bool isMet, string message)
    {
        if (!isMet)
        {
            result.AddError(message);
        }
    }

    public async Task<int> RunAsync(
        IReadOnlyList<string> paths, RunOptions options, bool verbose, bool exercisesCount, string? trx, CancellationToken cancellationToken)
    {
        if (trx is not null && OutputPlace.ReasonAgainst(trx, TrxReport.Mark, takesStreams: true) is { } reason)
        {
            await errors.WriteLineAsync($"--trx: {reason}");
            return ExitCode.BadUsage;
        }

        if (Load(paths) is not { } notebooks)
        {
            return ExitCode.BadUsage;
        }

        var needs = notebooks.SelectMany(notebook => notebook.Needs.Concat(notebook.Cells.SelectMany(cell => cell.Needs)));
        await using var services = await RunServices.StartAsync(needs, errors, cancellationToken);
        var reports = await WatchAsync(notebooks, options with { Services = services.Addresses }, verbose, cancellationToken);
        Remember(notebooks, reports);
        RunSummary.Write(console, reports);
        foreach (var fault in reports.Select(report => report.SaveFault).OfType<string>())
        {
            await errors.WriteLineAsync(fault);
        }

        if (trx is not null)
        {
            TrxReport.Write(trx, reports, exercisesCount);
        }

        return ExitCode.FromReports(reports, Environment.GetEnvironmentVariable(ExitCode.RequireVariable), exercisesCount);
    }

    // All that cannot be read are named at once.
    private List<Notebook>? Load(IReadOnlyList<string> paths)
    {
        var notebooks = new List<Notebook>();
        var isReadable = true;
        foreach (var path in NotebookFinder.Find(paths))
        {
            Neighbour.Sweep(path);
            try
            {
                notebooks.Add(Notebook.Load(path));
            }
            catch (NotebookFormatException e)
            {
                errors.WriteLine(e.Message);
                isReadable = false;
            }
        }

        return isReadable ? notebooks : null;
    }

    // A run is no worse for it where the user's own folder cannot be written.
    private void Remember(List<Notebook> notebooks, IReadOnlyList<NotebookReport> reports)
    {
        try
        {
            foreach (var (notebook, report) in notebooks.Zip(reports))
            {
                VerdictStore.Keep(notebook, report);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(RunWords.NotRemembered(e.Message));
        }
    }

    private Task<IReadOnlyList<NotebookReport>> WatchAsync(
        List<Notebook> notebooks, RunOptions options, bool verbose, CancellationToken cancellationToken)
    {
        if (verbose)
        {
            return new NotebookRunner(options, new VerboseRunView(console)).RunAsync(notebooks, cancellationToken);
        }

        if (!console.Profile.Capabilities.Interactive)
        {
            return new NotebookRunner(options, new RunView(console)).RunAsync(notebooks, cancellationToken);
        }

        var view = new LiveRunView(notebooks);
        return view.ShowAsync(console, new NotebookRunner(options, view).RunAsync(notebooks, cancellationToken));
    }
}
