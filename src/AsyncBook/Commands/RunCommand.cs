using AsyncBook.Commands.Views;
using AsyncBook.Notebooks;
using AsyncBook.Running;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook run</c>: from paths to an exit code.</summary>
internal sealed class RunCommand(IAnsiConsole console, TextWriter errors)
{
    public async Task<int> RunAsync(
        IReadOnlyList<string> paths, RunOptions options, bool verbose, string? trx, CancellationToken cancellationToken)
    {
        if (Load(paths) is not { } notebooks)
        {
            return ExitCode.BadUsage;
        }

        var needs = notebooks.SelectMany(notebook => notebook.Needs.Concat(notebook.Cells.SelectMany(cell => cell.Needs)));
        await using var services = await RunServices.StartAsync(needs, errors, cancellationToken);
        var reports = await WatchAsync(notebooks, options with { Services = services.Addresses }, verbose, cancellationToken);
        RunSummary.Write(console, reports);
        if (trx is not null)
        {
            TrxReport.Write(trx, reports);
        }

        return ExitCode.Of(reports, Environment.GetEnvironmentVariable(ExitCode.RequireVariable));
    }

    private List<Notebook>? Load(IReadOnlyList<string> paths)
    {
        var notebooks = new List<Notebook>();
        var isReadable = true;
        foreach (var load in Select(paths))
        {
            try
            {
                notebooks.Add(load());
            }
            catch (NotebookFormatException e)
            {
                errors.WriteLine(e.Message);
                isReadable = false;
            }
        }

        return isReadable ? notebooks : null;
    }

    private static IEnumerable<Func<Notebook>> Select(IReadOnlyList<string> paths)
    {
        IReadOnlyList<string> files;
        try
        {
            files = NotebookFinder.Find(paths);
        }
        catch (NotebookFormatException e)
        {
            return [() => throw e];
        }

        return files.Select<string, Func<Notebook>>(file => () => Notebook.Load(file));
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
