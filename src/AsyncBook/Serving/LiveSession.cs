using System.Runtime.InteropServices;
using AsyncBook.Exercises;
using AsyncBook.Language;
using AsyncBook.Notebooks;
using AsyncBook.Publishing;
using AsyncBook.Running;

namespace AsyncBook.Serving;

/// <summary>One open page: its kernel, what it wants run, and what it knows of its exercises.</summary>
internal sealed partial class LiveSession : IAsyncDisposable
{
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(1);
    private readonly Shelf _shelf;
    private readonly string _source;
    private readonly LiveServices _services;
    private readonly AnswerDesk _answers;
    private readonly LiveKernel _kernel;
    private readonly RunQueue _queue;
    private readonly Ending _end = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _saved = new(StringComparer.Ordinal);
    private Outbox? _page;

    /// <param name="shelf">The book.</param>
    /// <param name="source">The notebook's path from the notebooks' folder.</param>
    /// <param name="pool">Where kernels come from.</param>
    /// <param name="services">Redis and MySQL.</param>
    /// <param name="answers">Puts answers into notebooks.</param>
    public LiveSession(Shelf shelf, string source, KernelPool pool, LiveServices services, AnswerDesk answers)
    {
        (_shelf, _source, _services, _answers) = (shelf, source, services, answers);
        _kernel = new LiveKernel(pool, () => Page.Notebook, () => services.Addresses, Send);
        _queue = new RunQueue(Send);
    }

    private NotebookPage Page => _shelf.Pages.First(page => page.Source == _source);

    private IEnumerable<string> Needs => Page.Notebook.Needs.Concat(Page.Notebook.Cells.SelectMany(cell => cell.Needs));

    /// <summary>Counts the pages that have come, one after the other.</summary>
    public int Visits { get; private set; }

    /// <summary>Whether a page listens.</summary>
    public bool IsAttached => _page is not null;

    /// <summary>A page has been opened, or opened again.</summary>
    public async Task AttachAsync(Outbox page)
    {
        Visits++;
        var hello = await HelloAsync();
        page.Add(hello);
        _page = page;
        Send(new ServerMessage.Kernel(_queue.IsBusy ? "busy" : _kernel.Client is null ? "starting" : "ready"));
        _ = WatchDiskAsync(page);
        await _kernel.StartAsync();
    }

    public void Detach(Outbox page) => Interlocked.CompareExchange(ref _page, null, page);

    /// <summary>Does what a page asks for.</summary>
    public async Task HandleAsync(PageMessage message)
    {
        try
        {
            await DoAsync(message);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException or FormatException)
        {
            Send(new ServerMessage.Error(e.Message));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.EndAsync();
        _page = null;
        _queue.Stop();
        await _kernel.DisposeAsync();
    }

    private async Task DoAsync(PageMessage message)
    {
        switch (message)
        {
            case PageMessage.Run run:
                Run(run);
                break;
            case PageMessage.Check check:
                Check(check);
                break;
            case PageMessage.Stop:
                _queue.Stop();
                break;
            case PageMessage.Restart:
                await RestartAsync(ServeWords.Restarted);
                break;
            case PageMessage.Save save:
                Tell(save.Exercise, save.Source, _answers.Save(Page.Notebook.Path, save.Exercise, save.Source, save.Base));
                break;
            case PageMessage.Resolve resolve:
                Resolve(resolve);
                break;
            case PageMessage.Reset reset:
                var (outcome, kept) = _answers.Reset(Page.Notebook.Path, reset.Exercise);
                Tell(reset.Exercise, "", outcome, kept is null ? null : ServeWords.Kept(kept), isForced: true);
                break;
            case PageMessage.StartServices services:
                await StartServicesAsync(services.Start);
                break;
            case PageMessage.Question question:
                Send(await CodeQuestions.AnswerAsync(question, _kernel.Client));
                break;
        }
    }

    private async Task StartServicesAsync(IReadOnlyList<string> needs)
    {
        var before = _services.Addresses;
        Send(new ServerMessage.ServiceStates((await _services.StatesAsync(Needs)).ToDictionary(state => state.Key, state => state.Value == "absent" && needs.Contains(state.Key) ? "starting" : state.Value)));
        var why = await _services.StartAsync(needs);
        Send(new ServerMessage.ServiceStates(await _services.StatesAsync(Needs), why));
        if (!_services.Addresses.AreSame(before))
        {
            await RestartAsync(ServeWords.ServicesStarted);
        }
        else
        {
            _kernel.AskAgain();
        }
    }

    private async Task RestartAsync(string why)
    {
        if (_queue.IsBusy)
        {
            // Whoever runs the cell sees its kernel go, and gets the next one.
            _kernel.End(why);
            _queue.Stop();
        }
        else
        {
            await _kernel.RestartAsync(why);
        }
    }

    private async Task<ServerMessage.Hello> HelloAsync()
    {
        var page = Page;
        var exercises = ExerciseFinder.Find(page.Notebook).ToDictionary(exercise => exercise.Id, StringComparer.Ordinal);
        foreach (var exercise in exercises.Values)
        {
            Know(exercise.Id, AnswerDesk.HashOf(exercise.Cell.Source));
        }

        return new(
            _source,
            [.. page.Notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => new CellFacts(
                cell.Id, cell.Source, cell.Role?.ToString().ToLowerInvariant(), cell.ExerciseId, [.. page.Notebook.Needs.Concat(cell.Needs).Distinct()], cell.IsTraced,
                cell is { Role: CellRole.Exercise, ExerciseId: { } id } && exercises.TryGetValue(id, out var exercise) && !exercise.IsStub))],
            [.. exercises.Values.Select(exercise => new ExerciseFacts(
                exercise.Id, Progress.Name(exercise.State), AnswerDesk.HashOf(exercise.Cell.Source), exercise.Stub, exercise.Verdict?.Words))],
            await _services.StatesAsync(Needs),
            RuntimeInformation.FrameworkDescription);
    }

    private void Send(ServerMessage message)
    {
        if (message is ServerMessage.Cell { State: "failed" or "stopped" })
        {
            _queue.ForgetWaiting(() => _page?.Add(message));
            return;
        }

        _page?.Add(message);
    }
}
