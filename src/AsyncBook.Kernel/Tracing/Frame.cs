using System.ComponentModel;
using System.Diagnostics;

namespace AsyncBook.Kernel.Tracing;

/// <summary>One call of a traced function; its code, rewritten, reports to it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public sealed partial class Frame
{
    // Frames that left without a word may call each other in a circle.
    private const int MaximalDepth = 100;

    // The function that holds this thread, and the task that the ExecutionContext belongs to: a caller is who is both.
    [ThreadStatic]
    private static Frame? _running;
    private static readonly AsyncLocal<TracedTask?> _ambient = new();

    private readonly TraceRecorder? _recorder;
    private readonly TracedTask? _task;
    private readonly string _name;
    private readonly bool _isHere;
    private readonly bool _isAsync;
    private readonly bool _restores;
    private readonly TracedTask? _before;
    private Frame? _caller;
    private int _thread;
    private int? _line;
    private Exception? _fault;
    private bool _isSuspended;
    private bool _isOutside;
    private bool _isDone;

    private Frame() => _name = "";

    internal Frame(TraceRecorder recorder, TracedTask task, string name, bool isHere, bool isAsync, bool restores = false, TracedTask? before = null) =>
        (_recorder, _task, _name, _isHere, _isAsync, _restores, _before) = (recorder, task, name, isHere, isAsync, restores, before);

    /// <summary>Of a call that nobody follows.</summary>
    internal static Frame None { get; } = new();

    /// <summary>The task that a loop on this thread is about to start.</summary>
    [field: ThreadStatic]
    internal static TracedTask? Starting { get; set; }

    /// <summary>Whether the awaited expression's end is waited for.</summary>
    internal bool IsSuspended => _isSuspended;

    internal static TracedTask? RunningTask(TraceRecorder recorder) => Running(recorder)?._task;

    internal static void Print(string text)
    {
        if (TraceRecorder.Current is { } recorder)
        {
            var frame = Running(recorder);
            recorder.Print(frame?._task, frame?._line, text);
        }
    }

    internal static Frame Enter(string cell, string name, int line, bool isTask)
    {
        if (TraceRecorder.Current is not { } recorder)
        {
            return None;
        }

        var (caller, before, starting) = (Running(recorder), _ambient.Value, Starting);
        var task = caller?._task ?? (before is { Away: not null } && before.Recorder == recorder && !isTask ? before : null);
        TracedTask? on = null;
        var isOwn = isTask || task is null || starting?.Recorder == recorder;
        if (isOwn)
        {
            var parent = task ?? (before?.Recorder == recorder ? before : null);
            var unique = recorder.Name(name);
            if (starting?.Recorder == recorder)
            {
                (task, starting.Name, Starting) = (starting, unique, null);
            }
            else
            {
                task = recorder.NewTask(unique, parent);
            }

            on = task.Parent;
            _ambient.Value = task;
        }

        // An async method puts the ExecutionContext back itself.
        var frame = new Frame(recorder, task!, name, cell == recorder.Cell, isAsync: isTask, restores: isOwn && !isTask, before)
        {
            _caller = caller,
            _thread = Environment.CurrentManagedThreadId,
        };
        frame._line = frame._isHere ? line : null;
        _running = frame;
        recorder.Add("enter", task, frame._line, name, on);
        return frame;
    }

    internal void EnterCell(int line)
    {
        (_line, _running, _ambient.Value) = (line, this, _task);
        _thread = Environment.CurrentManagedThreadId;
        _recorder!.Add("enter", _task, line, _name);
    }

    internal void ExitCell(Exception? exception)
    {
        _fault = exception;
        Exit();
        (_running, _ambient.Value) = (null, null);
    }

    // Where the context's task is another one, the function on this thread has left it without a word, or a loop runs inside of it.
    private static Frame? Running(TraceRecorder recorder)
    {
        var (frame, task) = (_running, _ambient.Value);
        for (var depth = 0; depth < MaximalDepth && frame is not null && (frame._recorder != recorder || frame._task != task); depth++)
        {
            frame = frame._caller;
        }

        return frame?._task == task && frame?._recorder == recorder ? frame : null;
    }
}
