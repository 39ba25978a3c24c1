using System.Diagnostics;

namespace AsyncBook.Kernel.Tracing;

/// <summary>Collects the steps of one run of one cell. It flows with the ExecutionContext into all that the cell starts.</summary>
internal sealed class TraceRecorder
{
    /// <summary>What comes after this many steps is not recorded: nobody steps through more.</summary>
    public const int Limit = 20_000;

    private static readonly AsyncLocal<TraceRecorder?> _current = new();
    private static volatile TraceRecorder? _latest;

    private readonly Lock _gate = new();
    private readonly List<TraceStep> _steps = [];
    private readonly List<TracedTask> _tasks = [];
    private readonly Dictionary<int, int> _threads = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Stopwatch _clock = new();
    private volatile bool _isRecording;
    private int _unfinished = -1;

    private TraceRecorder(string cell)
    {
        Cell = cell;
        Top = new Frame(this, NewTask(Name("单元格"), null), "单元格", isHere: true, isAsync: true);
    }

    /// <summary>Of the cell this code belongs to; for a thread without a context, of the cell that runs now.</summary>
    public static TraceRecorder? Current => (_current.Value ?? _latest) is { _isRecording: true } recorder ? recorder : null;

    /// <summary>What the code that is followed line by line is called.</summary>
    public string Cell { get; }

    /// <summary>The cell's own statements.</summary>
    public Frame Top { get; }

    /// <summary>Whether there is anything to show: steps, or why there are none.</summary>
    public bool HasRun => _steps.Count > 0 || Refusal is not null;

    public IReadOnlyList<TraceStep> Steps => _steps;

    public IReadOnlyList<TracedTask> Tasks => _tasks;

    public bool IsTruncated { get; private set; }

    /// <summary>What ended the cell, if it did not end by itself.</summary>
    public string? Failure { get; private set; }

    /// <summary>Why the cell ran as it is, without being followed.</summary>
    public string? Refusal { get; set; }

    public static TraceRecorder Begin(string cell)
    {
        var recorder = new TraceRecorder(cell);
        _latest = _current.Value = recorder;
        TraceHooks.Add();
        return recorder;
    }

    /// <summary>Records while code of the cell runs; <paramref name="line"/> is where it begins.</summary>
    public void Start(int line)
    {
        _clock.Start();
        _isRecording = true;
        Top.EnterCell(line);
    }

    /// <summary>What goes on from here, in the background or to show a value, is no step of the cell any more.</summary>
    public void Stop(Exception? exception)
    {
        Top.ExitCell(exception);
        Failure = exception is null ? null : ExceptionWords.Of(exception);
        lock (_gate)
        {
            _isRecording = false;
        }
    }

    public void End()
    {
        TraceHooks.Remove();
        _current.Value = null;
        Interlocked.CompareExchange(ref _latest, null, this);
    }

    public TracedTask NewTask(string name, TracedTask? parent)
    {
        lock (_gate)
        {
            var task = new TracedTask(this, _tasks.Count + 1, name, parent);
            if (!IsTruncated)
            {
                _tasks.Add(task);
            }

            return task;
        }
    }

    /// <summary>A name that no other task has: the second call of FuncAsync is FuncAsync #2.</summary>
    public string Name(string name)
    {
        lock (_gate)
        {
            var count = _names[name] = _names.GetValueOrDefault(name) + 1;
            return count == 1 ? name : $"{name} #{count}";
        }
    }

    /// <summary>What is written, a line a step, in however many pieces a line comes.</summary>
    public void Print(TracedTask? task, int? place, string text)
    {
        lock (_gate)
        {
            foreach (var (index, part) in text.Split('\n').Index())
            {
                if (index > 0 && _unfinished >= 0)
                {
                    _unfinished = -1;
                    if (part.Length == 0)
                    {
                        continue;
                    }
                }

                if (_unfinished == _steps.Count - 1 && _unfinished >= 0 && _steps[_unfinished].Task == task)
                {
                    _steps[_unfinished] = _steps[_unfinished] with { Text = Shorten(_steps[_unfinished].Text + part) };
                }
                else if (part.Length > 0)
                {
                    Add("print", task, place, Shorten(part));
                    _unfinished = _steps.Count - 1;
                }
            }
        }
    }

    private static string Shorten(string text) => text.Length > 500 ? text[..500] + "…" : text;

    public void Add(string kind, TracedTask? task, int? line = null, string? text = null, TracedTask? on = null)
    {
        lock (_gate)
        {
            if (!_isRecording)
            {
                return;
            }

            if (_steps.Count == Limit)
            {
                IsTruncated = true;
                return;
            }

            var id = Environment.CurrentManagedThreadId;
            if (!_threads.TryGetValue(id, out var thread))
            {
                _threads[id] = thread = _threads.Count + 1;
            }

            _steps.Add(new TraceStep(Math.Round(_clock.Elapsed.TotalMilliseconds, 1), thread, task, line, kind, text, on));
        }
    }
}
