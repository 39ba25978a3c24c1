#nullable enable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>The loop of 1.1 made fast: its own thread needs no lock, other threads leave work in an inbox.</summary>
/// <remarks>Four ideas. A ring buffer that only the loop's thread touches. One lock-free list for everybody else.
/// The loop is itself the SynchronizationContext, so a yield on its thread puts two references in the ring and
/// allocates nothing. Before it sleeps it looks around for some microseconds, because waking a thread costs more.</remarks>
public class FastEventLoop : SynchronizationContext
{
    private const int CallbacksPerTurn = 64, LooksBeforeSleep = 40, CancelledKept = 100;

    [ThreadStatic] private static FastEventLoop? _running;
    private static readonly Node _closed = new(default);
    private static readonly SendOrPostCallback _inLoopsContext = static callback => Call.Run((Action)callback!, _running!._context);
    private static readonly SendOrPostCallback _inItsContext = static call => ((Call)call!).Run();

    private readonly PriorityQueue<LoopTimer, (long Due, long Order)> _timers = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly int _looks = Environment.ProcessorCount > 1 ? LooksBeforeSleep : 0;
    private readonly Action<string, object?>? _watcher = Watcher;
    private readonly ExecutionContext? _context = ExecutionContext.Capture(); // Of who called Run.
    private Ring _ready = new(256);
    private Node? _inbox;
    private long _timersMade;
    private int _cancelled, _asleep;
    private volatile bool _ended;

    /// <summary>Only <see cref="Run(Func{Task})"/> makes loops.</summary>
    protected FastEventLoop() { }

    // Who wants to know what gets in the queue and why: a kernel while it records a cell's steps, otherwise nobody.
    private static Action<string, object?>? Watcher => AppContext.GetData("AsyncBook.LoopWatcher") as Action<string, object?>;

    /// <summary>The loop that runs on this thread; asyncio's <c>get_running_loop</c>.</summary>
    public static new FastEventLoop Current => _running ?? throw new InvalidOperationException(
        "这个线程上没有事件循环在跑：请在 Run 里面使用。");

    /// <summary>Runs <paramref name="main"/> on this thread until it ends; asyncio's <c>asyncio.run</c>.</summary>
    /// <remarks>As with EventLoop: exceptions come out of here, what still waits when main ends never resumes.</remarks>
    public static void Run(Func<Task> main) => Run(async () => { await main(); return true; });

    /// <inheritdoc cref="Run(Func{Task})"/>
    public static T Run<T>(Func<Task<T>> main) => new FastEventLoop().RunToEnd(main);

    /// <summary>Puts <paramref name="func"/> in the queue and starts it later; asyncio's <c>create_task</c>.</summary>
    /// <param name="func">What to run, on the loop's thread, after the code that runs now has yielded.</param>
    /// <param name="name">A name to find again in <see cref="Task.AsyncState"/>.</param>
    public static Task<T> CreateTask<T>(Func<Task<T>> func, string? name = null)
    {
        var loop = Current;
        var task = new ColdTask<T>(func, name) { Watcher = loop._watcher };
        loop._watcher?.Invoke("create", task.Task);
        loop.Add(new Work(ColdTask<T>.Start, task));
        return task.Task;
    }

    /// <inheritdoc cref="CreateTask{T}"/>
    public static Task CreateTask(Func<Task> func, string? name = null) =>
        CreateTask(async () => { await func(); return true; }, name);

    /// <summary>Queues a callback; asyncio's <c>call_soon</c> and <c>call_soon_threadsafe</c> in one.</summary>
    /// <exception cref="InvalidOperationException">The loop has ended: nobody would ever run the callback.</exception>
    public void CallSoon(Action callback)
    {
        _watcher?.Invoke("callback", null);
        if (!TryQueue(InContext(callback)))
            throw Ended();
    }

    /// <summary>Queues a callback once <paramref name="delay"/> has passed; asyncio's <c>call_later</c>.</summary>
    /// <exception cref="InvalidOperationException">The loop has ended.</exception>
    public LoopTimer CallLater(TimeSpan delay, Action callback)
    {
        var (now, ticks) = (Stopwatch.GetTimestamp(), delay.TotalSeconds * Stopwatch.Frequency);
        var due = ticks < long.MaxValue - now ? now + (long)ticks : long.MaxValue;
        var timer = new LoopTimer(callback, TimerCancelled);
        _watcher?.Invoke("timer", delay);
        var key = (due, Interlocked.Increment(ref _timersMade));
        if (IsRunningHere)
            _timers.Enqueue(timer, key);
        else if (!TryQueue(InContext(() => _timers.Enqueue(timer, key))))
            throw Ended();
        return timer;
    }

    /// <summary>What makes <c>await</c> come back: it posts the rest of the method here.</summary>
    /// <remarks>Dropped in silence after the end: an exception here would land on a pool thread and kill the process.</remarks>
    public override void Post(SendOrPostCallback d, object? state)
    {
        _watcher?.Invoke("post", state);
        TryQueue(new Work(d, state));
    }

    /// <summary>Refused.</summary>
    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Send 会堵住线程，直到循环有空：请用 Post。");

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>True on the loop's own thread until main ends.</summary>
    protected bool IsRunningHere => _running == this && !_ended;

    /// <summary>Runs <paramref name="main"/> on this loop.</summary>
    protected T RunToEnd<T>(Func<Task<T>> main)
    {
        if (_running is not null)
        {
            Close(); // What the constructor opened.
            throw new InvalidOperationException("这个线程上已经有一个事件循环在跑：请用 await，不要再调用 Run。");
        }
        var previous = SynchronizationContext.Current;
        SetSynchronizationContext(_running = this);
        try
        {
            var task = CreateTask(async () => { try { return await main(); } finally { End(); } });
            while (!_ended)
                Turn();
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            End();
            _running = null;
            SetSynchronizationContext(previous);
            Close();
        }
    }

    /// <summary>Waits for <see cref="Wake"/> or the time; a loop that owns its I/O waits for that too.</summary>
    /// <param name="milliseconds">0: only look; -1: no limit.</param>
    /// <returns>Whether anything happened.</returns>
    protected virtual bool Poll(int milliseconds) => milliseconds != 0 && _wake.WaitOne(milliseconds);

    /// <summary>Ends a <see cref="Poll"/> from any thread, the present one or the next.</summary>
    protected virtual void Wake() => _wake.Set();

    /// <summary>The loop has ended: frees what it owns.</summary>
    protected virtual void Close() { }

    private void Turn()
    {
        // As in asyncio, what is ready now runs before what it adds; in between, timers that are due get in line.
        // Sockets are asked after so many callbacks only, since each time costs a system call.
        var left = CallbacksPerTurn;
        do
        {
            for (var i = _ready.Count; i > 0; i--, left--)
            {
                _ready.Take().Run();
                if (_ended)
                    return;
            }
            TakeInbox();
            if (_timers.Count > 0)
                TakeDueTimers();
        }
        while (left > 0 && _ready.Count > 0);
        if (_ready.Count == 0)
            Rest();
        else
            Poll(0);
    }

    // Nothing to do: look around for a moment, then sleep without using the CPU.
    private void Rest()
    {
        for (var i = 0; i < _looks; i++)
        {
            if (Poll(0) || _inbox is not null)
                return;
            Thread.SpinWait(10);
        }
        // Who posts now sees that we sleep; who posted before is seen here. The exchange is the fence between the two.
        Interlocked.Exchange(ref _asleep, 1);
        if (_inbox is null)
            Poll(MillisecondsToNextTimer());
        Volatile.Write(ref _asleep, 0);
    }

    private bool TryQueue(Work work)
    {
        if (_running != this)
            return TryPush(new Node(work));
        if (!_ended)
            Add(work);
        return !_ended;
    }

    // On the loop's thread. What another thread left in the inbox came first, so it stays in front, as in asyncio.
    private void Add(Work work)
    {
        if (Volatile.Read(ref _inbox) is not null)
            TakeInbox();
        _ready.Add(work);
    }

    // Many threads may push at once: the one whose exchange succeeds has put its node in front, the others try again.
    private bool TryPush(Node node)
    {
        Node? front;
        do
        {
            front = node.Next = Volatile.Read(ref _inbox);
            if (front == _closed)
                return false;
        }
        // From the moment it succeeds the node is the loop's: reading node.Next here again would be too late.
        while (Interlocked.CompareExchange(ref _inbox, node, front) != front);
        WakeIfAsleep();
        return true;
    }

    // One thread takes the whole list at once; the newest is in front, so it is turned round.
    private void TakeInbox()
    {
        var newest = Volatile.Read(ref _inbox);
        if (newest is null || newest == _closed)
            return;
        while (Interlocked.CompareExchange(ref _inbox, null, newest) is { } now && now != newest)
        {
            if (now == _closed)
                return;
            newest = now;
        }
        Node? oldest = null;
        for (Node? node = newest, next; node is not null; node = next)
            (next, node.Next, oldest) = (node.Next, oldest, node);
        for (; oldest is not null; oldest = oldest.Next)
            _ready.Add(oldest.Work);
    }

    private void TakeDueTimers()
    {
        var now = Stopwatch.GetTimestamp();
        while (_timers.TryPeek(out var timer, out var key) && key.Due <= now)
        {
            if (!timer.IsCancelled)
                _watcher?.Invoke("callback", null);
            _ready.Add(new Work(LoopTimer.RunIt, _timers.Dequeue()));
        }
    }

    // As in asyncio: once most timers are cancelled ones, they are thrown out long before they are due.
    private void TimerCancelled()
    {
        if (Interlocked.Increment(ref _cancelled) <= CancelledKept || _cancelled * 2 < _timers.Count)
            return;
        Interlocked.Exchange(ref _cancelled, 0);
        if (IsRunningHere)
            ForgetCancelledTimers();
        else
            TryQueue(new Work(static loop => ((FastEventLoop)loop!).ForgetCancelledTimers(), this));
    }

    private void ForgetCancelledTimers()
    {
        var waiting = _timers.UnorderedItems.Where(timer => !timer.Element.IsCancelled).ToArray();
        _timers.Clear();
        _timers.TrimExcess();
        _timers.EnqueueRange(waiting);
    }

    private int MillisecondsToNextTimer() => _timers.TryPeek(out _, out var key)
        ? (int)Math.Clamp(Math.Ceiling((key.Due - Stopwatch.GetTimestamp()) * 1000.0 / Stopwatch.Frequency), 0, int.MaxValue)
        : Timeout.Infinite;

    private void End()
    {
        _ended = true;
        Interlocked.Exchange(ref _inbox, _closed);
        WakeIfAsleep();
    }

    private void WakeIfAsleep()
    {
        if (Volatile.Read(ref _asleep) == 1 && Interlocked.Exchange(ref _asleep, 0) == 1)
            Wake();
    }

    private static InvalidOperationException Ended() =>
        new("事件循环已经结束，不会再有人来跑这个回调。");

    // A callback with the AsyncLocal values of whoever queued it, as asyncio's context variables.
    // Mostly they are those the loop itself runs with: then there is nothing to remember but the callback.
    private Work InContext(Action callback)
    {
        var context = ExecutionContext.Capture();
        return context == _context ? new(_inLoopsContext, callback) : new(_inItsContext, new Call(callback, context));
    }

    // One thing to do: what an await posts, two references.
    private readonly struct Work(SendOrPostCallback callback, object? state)
    {
        public void Run() => callback(state);
    }

    private sealed class Call(Action callback, ExecutionContext? context)
    {
        public void Run() => Run(callback, context);

        public static void Run(Action callback, ExecutionContext? context)
        {
            if (context is null)
                callback();
            else
                ExecutionContext.Run(context, static callback => ((Action)callback!)(), callback);
        }
    }

    // A queue in an array that grows when it is full. The length is a power of two, so that & finds the place.
    private struct Ring(int length)
    {
        private Work[] _items = new Work[length];
        private int _first, _count;

        public readonly int Count => _count;

        public void Add(Work work)
        {
            if (_count == _items.Length)
                Grow();
            var items = _items;
            items[(_first + _count++) & (items.Length - 1)] = work;
        }

        // The oldest; there must be one.
        public Work Take()
        {
            var items = _items;
            ref var item = ref items[_first];
            var work = item;
            item = default;
            _first = (_first + 1) & (items.Length - 1);
            _count--;
            return work;
        }

        private void Grow()
        {
            var larger = new Work[_items.Length * 2];
            for (var i = 0; i < _count; i++)
                larger[i] = _items[(_first + i) & (_items.Length - 1)];
            (_items, _first) = (larger, 0);
        }
    }

    private sealed class Node(Work work)
    {
        public readonly Work Work = work;
        public Node? Next;
    }

    // As in asyncio, who awaits this task resumes through the queue, not inside the call that completed it.
    private sealed class ColdTask<T>(Func<Task<T>> func, string? name)
        : TaskCompletionSource<T>(name, TaskCreationOptions.RunContinuationsAsynchronously)
    {
        private readonly ExecutionContext? _context = ExecutionContext.Capture();

        // What the loop calls; _context is null only where its flow was suppressed.
        public static void Start(object? task)
        {
            if ((((ColdTask<T>)task!)._context ?? _running!._context) is { } context)
                ExecutionContext.Run(context, static task => ((ColdTask<T>)task!).Start(), task);
            else
                ((ColdTask<T>)task).Start();
        }

        public Action<string, object?>? Watcher { get; init; }

        private void Start()
        {
            Watcher?.Invoke("start", Task);
            var running = Call();
            if (running.IsCompleted)
                SetFromTask(running);
            else
                // Inside the call that completes it. An awaiter would not do: on a thread with a SynchronizationContext,
                // even with ConfigureAwait(false), it goes by way of the thread pool, which may be busy.
                running.ContinueWith(static (ended, task) => ((ColdTask<T>)task!).SetFromTask(ended), this,
                    CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        // Not simply async: that would be one more state machine for every task, to await this one.
        private Task<T> Call()
        {
            try { return func() ?? throw new InvalidOperationException("方法返回了 null：应当返回一个任务。"); }
            catch (Exception e) { return Failed(e); }
        }

        // What an async method makes of an exception before its first await: a task that failed, or was cancelled.
        private static async Task<T> Failed(Exception e) => await System.Threading.Tasks.Task.FromException<T>(e);
    }
}

/// <summary>A callback that waits for its time; asyncio's <c>TimerHandle</c>.</summary>
public sealed class LoopTimer
{
    internal static readonly SendOrPostCallback RunIt = static timer => ((LoopTimer)timer!).Run();

    private readonly Action _cancelled;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private Action? _callback;

    internal LoopTimer(Action callback, Action cancelled) => (_callback, _cancelled) = (callback, cancelled);

    internal bool IsCancelled => Volatile.Read(ref _callback) is null;

    /// <summary>The callback will not run, unless it has already begun.</summary>
    public void Cancel()
    {
        if (Interlocked.Exchange(ref _callback, null) is not null)
            _cancelled();
    }

    // With the AsyncLocal values of whoever asked for it.
    private void Run()
    {
        if (Interlocked.Exchange(ref _callback, null) is not { } callback)
            return;
        if (_context is null)
            callback();
        else
            ExecutionContext.Run(_context, static callback => ((Action)callback!)(), callback);
    }
}
