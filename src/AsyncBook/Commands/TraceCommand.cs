using System.CommandLine;
using System.Globalization;
using AsyncBook.Kernels;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Running;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook trace</c>: the steps of one cell, in a terminal.</summary>
internal sealed class TraceCommand(IAnsiConsole console, TextWriter errors)
{
    private const string Description =
        """
        Runs a notebook as far as a cell and prints that cell's steps, a line each.

        Functions of cells before it are followed where those cells are marked "asyncbook": {"trace": true}.

        Exit codes:
          0    the cell ran
          1    it failed, or a cell before it did
          2    bad usage, no such cell, or a notebook that cannot be read
        """;

    private static readonly Argument<string> _cell = new("cell")
    {
        Description = "Which cell: NOTEBOOK#CELL, as in notebooks/1.4-task.ipynb#port-hot",
    };

    private static readonly Option<bool> _json = new("--json") { Description = "As JSON: the schema is in data/traces/README.md" };

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("trace", Description) { _cell, _json };
        command.SetAction((parsed, cancellationToken) => new TraceCommand(console, errors).RunAsync(parsed.GetValue(_cell)!, parsed.GetValue(_json), cancellationToken));
        return command;
    }

    public async Task<int> RunAsync(string place, bool asJson, CancellationToken cancellationToken)
    {
        if (place.LastIndexOf('#') is not (> 0 and var mark))
        {
            return Refuse($"{place}: names no cell; write NOTEBOOK#CELL, as in notebooks/1.4-task.ipynb#port-hot");
        }

        var (path, id) = (place[..mark], place[(mark + 1)..]);
        if (!File.Exists(path))
        {
            return Refuse($"{path}: there is no such notebook");
        }

        var notebook = Notebook.Load(path);
        var cells = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).ToList();
        if (cells.FindIndex(cell => cell.Id == id) is not (>= 0 and var index))
        {
            return Refuse($"{path}: has no code cell '{id}'; it has {string.Join(", ", cells.Select(cell => cell.Id))}");
        }

        await using var services = await RunServices.StartAsync(notebook.Needs.Concat(cells.Take(index + 1).SelectMany(cell => cell.Needs)), errors, cancellationToken);
        var steps = new Watcher(id);
        var options = RunOptions.Default with { Services = services.Addresses, TracedCell = id };
        var report = await new NotebookRunner(options, steps).RunAsync(notebook, cancellationToken);
        if (steps.Trace is { } trace)
        {
            console.WriteRaw((asJson ? trace[StoredTrace.Mime]! : OutputText.Render(trace)).TrimEnd('\n'));
        }

        if (report.Cells.FirstOrDefault(cell => cell.Verdict is CellVerdict.Failed or CellVerdict.Skipped && (cell.CellId == id || cell.Verdict == CellVerdict.Failed)) is { } stopped)
        {
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{stopped.Notebook}#{stopped.CellId}: {stopped.Reason}"));
            return ExitCode.Failure;
        }

        if (steps.Trace is null)
        {
            await errors.WriteLineAsync($"{place}: only declares, so it has no steps; trace a cell that calls it");
        }

        return ExitCode.Success;
    }

    private int Refuse(string message)
    {
        errors.WriteLine(message);
        return ExitCode.BadUsage;
    }

    private sealed class Watcher(string id) : IRunObserver
    {
        private bool _isHere;

        public MimeBundle? Trace { get; private set; }

        public void CellStarted(Notebook notebook, NotebookCell cell) => _isHere = cell.Id == id;

        public void CellSaid(Notebook notebook, KernelEvent said)
        {
            if (_isHere && said is KernelEvent.Displayed { Data: var data } && data[StoredTrace.Mime] is not null)
            {
                Trace = data;
            }
        }
    }
}
