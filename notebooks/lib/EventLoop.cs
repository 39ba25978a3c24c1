#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>An event loop with asyncio's names: one thread, one queue of callbacks, one <c>while</c>.</summary>
public sealed class EventLoop
{
    [ThreadStatic] private static EventLoop? _running;

    private readonly object _gate = new();
    private readonly Queue<Action> _ready = new();
    private readonly PriorityQueue<TimerHandle, (TimeSpan Due, long Order)> _timers = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Action<string, object?>? _watcher = Watcher;
    private long _timersMade, _timersCancelled;
    private bool _ended;

    private EventLoop() { }

    // Who wants to know what gets in the queue and why: a kernel while it records a cell's steps, otherwise nobody.
    private static Action<string, object?>? Watcher => AppContext.GetData("AsyncBook.LoopWatcher") as Action<string, object?>;

    /// <summary>The loop that runs on this thread; asyncio's <c>get_running_loop</c>.</summary>
    public static EventLoop Current => _running ?? throw new InvalidOperationException(
        "这个线程上没有事件循环在跑：请在 EventLoop.Run 里面使用。");

    /// <summary>How long this loop has existed; asyncio's <c>loop.time</c>.</summary>
    public TimeSpan Time => _clock.Elapsed;

    /// <summary>Runs <paramref name="main"/> on this thread until it ends; asyncio's <c>asyncio.run</c>.</summary>
    /// <remarks>An exception of main, of a callback or of an async void method comes out of here with its stack.
    /// What is still waiting when main ends never resumes.</remarks>
    public static void Run(Func<Task> main) => Run(async () => { await main(); return true; });

    /// <inheritdoc cref="Run(Func{Task})"/>
    public static T Run<T>(Func<Task<T>> main)
    {
        if (_running is not null)
            throw new InvalidOperationException("这个线程上已经有一个事件循环在跑：请用 await，不要再调用 Run。");
        var previous = SynchronizationContext.Current;
        var loop = _running = new EventLoop();
        SynchronizationContext.SetSynchronizationContext(new LoopContext(loop));
        try
        {
            var task = CreateTask(async () => { try { return await main(); } finally { loop.End(); } });
            while (loop.Next() is { } callback)
                callback();
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            loop.End();
            _running = null;
            SynchronizationContext.SetSynchronizationContext(previous);
        }
    }

    /// <summary>Puts <paramref name="func"/> in the queue and starts it later; asyncio's <c>create_task</c>.</summary>
    /// <param name="func">What to run, on the loop's thread, after the code that runs now has yielded.</param>
    /// <param name="name">A name to find again in <see cref="Task.AsyncState"/>.</param>
    public static Task<T> CreateTask<T>(Func<Task<T>> func, string? name = null)
    {
        // As in asyncio, who awaits this task resumes through the queue, not inside the call that completed it.
        var source = new TaskCompletionSource<T>(name, TaskCreationOptions.RunContinuationsAsynchronously);
        var loop = Current;
        if (!loop.TryQueue(InThisContext(Run), "create", source.Task))
            throw Ended();
        return source.Task;

        void Run()
        {
            loop._watcher?.Invoke("start", source.Task);
            Start(func).ContinueWith(source.SetFromTask, CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        // Turns an exception thrown before the first await into a failed task.
        static async Task<T> Start(Func<Task<T>> func) => await func();
    }

    /// <inheritdoc cref="CreateTask{T}"/>
    public static Task CreateTask(Func<Task> func, string? name = null) =>
        CreateTask(async () => { await func(); return true; }, name);

    /// <summary>Queues a callback; asyncio's <c>call_soon</c> and <c>call_soon_threadsafe</c> in one.</summary>
    /// <exception cref="InvalidOperationException">The loop has ended: nobody would ever run the callback.</exception>
    public void CallSoon(Action callback)
    {
        if (!TryQueue(InThisContext(callback), "callback"))
            throw Ended();
    }

    /// <summary>Queues a callback once <paramref name="delay"/> has passed; asyncio's <c>call_later</c>.</summary>
    /// <exception cref="InvalidOperationException">The loop has ended.</exception>
    public TimerHandle CallLater(TimeSpan delay, Action callback)
    {
        var timer = new TimerHandle(InThisContext(callback), ForgetCancelled);
        lock (_gate)
        {
            if (_ended)
                throw Ended();
            _watcher?.Invoke("timer", delay);
            var due = delay < TimeSpan.MaxValue - Time ? Time + delay : TimeSpan.MaxValue;
            _timers.Enqueue(timer, (due, _timersMade++));
            Monitor.Pulse(_gate);
        }
        return timer;
    }

    // As in asyncio: once most timers are cancelled ones, they are thrown out long before they are due.
    private void ForgetCancelled()
    {
        lock (_gate)
        {
            if (++_timersCancelled <= 100 || _timersCancelled * 2 < _timers.Count)
                return;
            var waiting = _timers.UnorderedItems.Where(timer => !timer.Element.IsCancelled).ToArray();
            _timers.Clear();
            _timers.TrimExcess();
            _timers.EnqueueRange(waiting);
            _timersCancelled = 0;
        }
    }

    // The next callback; null once main has ended. Asleep, without using the CPU, while there is none.
    private Action? Next()
    {
        lock (_gate)
        {
            while (!_ended)
            {
                while (_timers.TryPeek(out var timer, out var key) && key.Due <= Time)
                {
                    _timers.Dequeue();
                    if (!timer.IsCancelled)
                        _watcher?.Invoke("callback", null);
                    _ready.Enqueue(timer.Run);
                }
                if (_ready.TryDequeue(out var callback))
                    return callback;
                Monitor.Wait(_gate, MillisecondsToNextTimer());
            }
            return null;
        }
    }

    private int MillisecondsToNextTimer() => _timers.TryPeek(out _, out var key)
        ? (int)Math.Clamp(Math.Ceiling((key.Due - Time).TotalMilliseconds), 0, int.MaxValue)
        : Timeout.Infinite;

    private bool TryQueue(Action callback, string why, object? what = null)
    {
        lock (_gate)
        {
            if (_ended)
                return false;
            _watcher?.Invoke(why, what);
            _ready.Enqueue(callback);
            Monitor.Pulse(_gate);
            return true;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _ended = true;
            Monitor.Pulse(_gate);
        }
    }

    private static InvalidOperationException Ended() =>
        new("事件循环已经结束，不会再有人来跑这个回调。");

    // A callback sees the AsyncLocal values of whoever queued it, as asyncio's sees its context variables.
    private static Action InThisContext(Action callback) => ExecutionContext.Capture() is { } context
        ? () => ExecutionContext.Run(context, static state => ((Action)state!)(), callback)
        : callback;

    // What makes `await` come back to the loop: it posts the rest of the method here.
    private sealed class LoopContext(EventLoop loop) : SynchronizationContext
    {
        // Dropped in silence after the end: an exception here would land on a pool thread and kill the process.
        public override void Post(SendOrPostCallback d, object? state) => loop.TryQueue(() => d(state), "post", state);

        public override void Send(SendOrPostCallback d, object? state) =>
            throw new NotSupportedException("Send 会堵住线程，直到循环有空：请用 Post。");

        public override SynchronizationContext CreateCopy() => this;
    }
}

/// <summary>A callback that waits for its time; asyncio's <c>TimerHandle</c>.</summary>
public sealed class TimerHandle
{
    private readonly Action _cancelled;
    private Action? _callback;

    internal TimerHandle(Action callback, Action cancelled) => (_callback, _cancelled) = (callback, cancelled);

    internal bool IsCancelled => Volatile.Read(ref _callback) is null;

    /// <summary>The callback will not run, unless it has already begun.</summary>
    public void Cancel()
    {
        if (Interlocked.Exchange(ref _callback, null) is not null)
            _cancelled();
    }

    internal void Run() => Interlocked.Exchange(ref _callback, null)?.Invoke();
}
