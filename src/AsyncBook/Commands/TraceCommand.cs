using System.CommandLine;
using System.Globalization;
using AsyncBook.Kernels;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Running;
using AsyncBook.Services;
using Spectre.Console;

namespace AsyncBook.Commands;

/// <summary><c>asyncbook trace</c>: the steps of one cell, in a terminal.</summary>
internal sealed class TraceCommand(IAnsiConsole console, TextWriter errors)
{
    private static readonly Argument<string> _cell = new("cell")
    {
        Description = TraceWords.Cell,
    };

    private static readonly Option<bool> _json = new("--json") { Description = TraceWords.Json };

    public static Command Create(IAnsiConsole console, TextWriter errors)
    {
        var command = new Command("trace", TraceWords.Description) { _cell, _json };
        command.SetAction((parsed, cancellationToken) => new TraceCommand(console, errors).RunAsync(parsed.GetValue(_cell)!, parsed.GetValue(_json), cancellationToken));
        return command;
    }

    public async Task<int> RunAsync(string place, bool asJson, CancellationToken cancellationToken)
    {
        if (place.LastIndexOf('#') is not (> 0 and var mark))
        {
            return Refuse(TraceWords.NamesNoCell(place));
        }

        var (path, id) = (place[..mark], place[(mark + 1)..]);
        if (!File.Exists(path))
        {
            return Refuse(TraceWords.NoNotebook(path));
        }

        var notebook = Notebook.Load(path);
        var cells = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).ToList();
        if (cells.FindIndex(cell => cell.Id == id) is not (>= 0 and var index))
        {
            return Refuse(TraceWords.NoCell(path, id, string.Join(", ", cells.Select(cell => cell.Id))));
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
            await errors.WriteLineAsync(TraceWords.OnlyDeclares(place));
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
