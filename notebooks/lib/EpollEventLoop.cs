#nullable enable
using System;
using System.IO;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;
using Microsoft.Win32.SafeHandles;

/// <summary>A FastEventLoop that owns its I/O, as uvloop owns libuv: it sleeps in Linux's epoll.</summary>
/// <remarks>Import FastEventLoop.cs first. One thread runs the callbacks and asks the kernel which sockets are ready;
/// no thread pool stands between a packet and the <c>await</c> that waits for it. Loopback only.</remarks>
public sealed class EpollEventLoop : FastEventLoop
{
    // On x64 the kernel packs an epoll_event into 12 bytes, elsewhere it takes 16: an int of flags, then the data.
    private static readonly int _eventInts = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 3 : 4;

    private readonly int[] _events = new int[256 * _eventInts];
    private readonly SafeFileHandle _wake; // Other threads use it, perhaps just when the loop ends.
    private readonly int _epoll;
    private LoopSocket?[] _sockets = new LoopSocket?[64];
    private int _generation;

    private EpollEventLoop()
    {
        _epoll = Linux.Check(Linux.epoll_create1(Linux.CloseOnExec));
        _wake = new(Linux.Check(Linux.eventfd(0, Linux.CloseOnExec | Linux.NonBlocking)), ownsHandle: true);
        // Edge-triggered: every write is news, so nobody has to read the counter back to zero.
        Watch((int)_wake.DangerousGetHandle(), Linux.In | Linux.EdgeTriggered, generation: 0);
    }

    /// <summary>Whether this system has epoll.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>The loop that runs on this thread.</summary>
    public static new EpollEventLoop Current => FastEventLoop.Current as EpollEventLoop
        ?? throw new InvalidOperationException("这个线程上在跑的循环不是 EpollEventLoop。");

    /// <summary>Runs <paramref name="main"/> on this thread until it ends; sockets still open are closed then.</summary>
    public static new void Run(Func<Task> main) => Run(async () => { await main(); return true; });

    /// <inheritdoc cref="Run(Func{Task})"/>
    public static new T Run<T>(Func<Task<T>> main) => IsSupported
        ? new EpollEventLoop().RunToEnd(main)
        : throw new PlatformNotSupportedException(
            "EpollEventLoop 直接调用 Linux 的 epoll，这里没有：请用 FastEventLoop 和 System.Net.Sockets。");

    /// <summary>Listens on 127.0.0.1.</summary>
    /// <param name="port">0: a free one, see <see cref="LoopListener.Port"/>.</param>
    public LoopListener Listen(int port = 0)
    {
        RefuseElsewhere();
        var descriptor = NewSocket();
        var address = Linux.Loopback(port);
        try
        {
            var (one, length) = (1, address.Length);
            Linux.Check(Linux.setsockopt(descriptor, Linux.SocketLevel, Linux.ReuseAddress, ref one, sizeof(int)));
            Linux.Check(Linux.bind(descriptor, ref address[0], address.Length));
            Linux.Check(Linux.listen(descriptor, 1024));
            Linux.Check(Linux.getsockname(descriptor, ref address[0], ref length));
        }
        catch (IOException)
        {
            _ = Linux.close(descriptor);
            throw;
        }
        return new LoopListener(this, descriptor, (address[2] << 8) | address[3]);
    }

    /// <summary>Connects to 127.0.0.1.</summary>
    public async Task<LoopConnection> ConnectAsync(int port, CancellationToken cancellationToken = default)
    {
        RefuseElsewhere();
        var address = Linux.Loopback(port);
        var connection = new LoopConnection(this, NewSocket());
        try
        {
            Linux.Check(Linux.Connecting(connection.Descriptor, address) ? 0 : -1);
            await connection.ConnectedAsync(cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    internal bool RunsHere => IsRunningHere;

    internal void RefuseElsewhere()
    {
        if (!RunsHere)
            throw new InvalidOperationException("循环的套接字只能在循环自己的线程上、在它跑着的时候用。");
    }

    // From here on the descriptor is the socket's: if epoll does not take it, it is closed, once.
    internal int Add(LoopSocket socket)
    {
        try
        {
            Watch(socket.Descriptor, Linux.In | Linux.Out | Linux.PeerClosed | Linux.EdgeTriggered, ++_generation);
        }
        catch (IOException)
        {
            _ = Linux.close(socket.Descriptor);
            throw;
        }
        if (socket.Descriptor >= _sockets.Length)
            Array.Resize(ref _sockets, Math.Max(socket.Descriptor + 1, _sockets.Length * 2));
        _sockets[socket.Descriptor] = socket;
        return _generation;
    }

    internal void Remove(LoopSocket socket) => _sockets[socket.Descriptor] = null;

    /// <inheritdoc/>
    protected override bool Poll(int milliseconds)
    {
        var count = Linux.epoll_wait(_epoll, ref _events[0], _events.Length / _eventInts, milliseconds);
        for (var i = 0; i < count && IsRunningHere; i++)
        {
            var data = i * _eventInts + _eventInts - 2;
            var (descriptor, generation) = (_events[data], _events[data + 1]);
            // One event's continuation may close another's socket, and the next socket gets its number: the event is not for that one.
            if (descriptor < _sockets.Length && _sockets[descriptor] is { } socket && socket.Generation == generation)
                socket.Report(_events[i * _eventInts]);
        }
        return count > 0;
    }

    /// <inheritdoc/>
    protected override void Wake()
    {
        try
        {
            var one = 1L;
            _ = Linux.write(_wake, ref one, sizeof(long));
        }
        catch (ObjectDisposedException)
        {
            // The loop has ended in the meantime: nobody is left to be woken.
        }
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        foreach (var socket in _sockets)
            socket?.Close();
        _ = Linux.close(_epoll);
        _wake.Dispose();
    }

    private static int NewSocket() =>
        Linux.Check(Linux.socket(Linux.Internet, Linux.Stream | Linux.NonBlocking | Linux.CloseOnExec, 0));

    // The data that comes back with each event: the descriptor, and which of its users it was.
    private void Watch(int descriptor, int flags, int generation)
    {
        var news = new int[_eventInts];
        (news[0], news[_eventInts - 2], news[_eventInts - 1]) = (flags, descriptor, generation);
        Linux.Check(Linux.epoll_ctl(_epoll, Linux.AddToEpoll, descriptor, ref news[0]));
    }
}

/// <summary>A socket of an EpollEventLoop: only code on that loop's thread may use it.</summary>
public abstract class LoopSocket : IDisposable
{
    private bool _closed;

    internal LoopSocket(EpollEventLoop loop, int descriptor)
    {
        (Loop, Descriptor) = (loop, descriptor);
        Generation = loop.Add(this);
    }

    internal int Descriptor { get; }

    internal int Generation { get; }

    private protected EpollEventLoop Loop { get; }

    // What epoll said last. It says each thing once, so it is kept until a call finds out that it is no longer so.
    private protected bool Readable { get; set; }

    private protected bool Writable { get; set; } = true;

    // Once the peer has said goodbye, no further news comes: from then on every read has to ask.
    private protected bool HungUp { get; private set; }

    /// <summary>Closes it. Who waits for it gets an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (_closed)
            return;
        if (!Loop.RunsHere)
        {
            Loop.Post(static socket => ((LoopSocket)socket!).Dispose(), this);
            return;
        }
        Loop.Remove(this);
        Close();
        // Who waits goes on from the queue: inside this call it could close the next one, and so on, ever deeper.
        Loop.Post(static socket => ((LoopSocket)socket!).Resume(), this);
    }

    internal void Close()
    {
        _closed = true;
        _ = Linux.close(Descriptor);
    }

    internal void Report(int events)
    {
        HungUp |= (events & (Linux.PeerClosed | Linux.HangUp | Linux.Error)) != 0;
        Readable |= HungUp || (events & Linux.In) != 0;
        Writable |= HungUp || (events & Linux.Out) != 0;
        Resume();
    }

    // Goes on with what waits, as far as it goes.
    private protected abstract void Resume();

    private protected void Check()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        Loop.RefuseElsewhere();
    }
}

/// <summary>Accepts connections on 127.0.0.1.</summary>
public sealed class LoopListener : LoopSocket
{
    private readonly LoopOperation<LoopConnection> _accept;

    internal LoopListener(EpollEventLoop loop, int descriptor, int port) : base(loop, descriptor) =>
        (Port, _accept) = (port, new(TryAccept));

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Waits for the next connection.</summary>
    public ValueTask<LoopConnection> AcceptAsync(CancellationToken cancellationToken = default)
    {
        Check();
        return _accept.Start(out var connection, cancellationToken) ? new(connection!) : new(_accept, _accept.Version);
    }

    private protected override void Resume() => _accept.Resume();

    private bool TryAccept(out LoopConnection? connection)
    {
        Check();
        while (Readable)
        {
            var descriptor = Linux.accept4(Descriptor, 0, 0, Linux.NonBlocking | Linux.CloseOnExec);
            if (descriptor >= 0)
            {
                connection = new LoopConnection(Loop, descriptor);
                return true;
            }
            Readable = Linux.IsTryAgainNow();
        }
        connection = null;
        return false;
    }
}

/// <summary>A TCP connection whose reads and writes are awaited on the loop.</summary>
public sealed class LoopConnection : LoopSocket
{
    private readonly LoopOperation<int> _read, _write;
    private Memory<byte> _buffer;
    private ReadOnlyMemory<byte> _unsent;

    internal LoopConnection(EpollEventLoop loop, int descriptor) : base(loop, descriptor)
    {
        (_read, _write) = (new(TryRead), new(TryWrite));
        var one = 1;
        _ = Linux.setsockopt(descriptor, Linux.Tcp, Linux.NoDelay, ref one, sizeof(int));
    }

    /// <summary>Reads what has come, at least one byte; 0 at the end of the stream.</summary>
    /// <remarks>A cancelled read takes nothing: what comes later is for the next one.</remarks>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Check();
        _read.RefuseIfPending();
        _buffer = buffer;
        return _read.Start(out var count, cancellationToken) ? new(count) : new(_read, _read.Version);
    }

    /// <summary>Writes all of it, in as many pieces as the peer makes necessary.</summary>
    /// <remarks>After a cancelled write the peer may have got a part: close the connection.</remarks>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken = default)
    {
        Check();
        _write.RefuseIfPending();
        _unsent = data;
        return _write.Start(out _, cancellationToken) ? default : new(_write, _write.Version);
    }

    /// <summary>Says that nothing more will be written; reading goes on.</summary>
    public void ShutdownWrite()
    {
        Check();
        Linux.Check(Linux.shutdown(Descriptor, Linux.Write));
    }

    // Writing nothing succeeds as soon as the socket is writable: that is when it is connected, or has failed to.
    internal async Task ConnectedAsync(CancellationToken cancellationToken)
    {
        Writable = false;
        await WriteAsync(default, cancellationToken);
        var (error, length) = (0, sizeof(int));
        Linux.Check(Linux.getsockopt(Descriptor, Linux.SocketLevel, Linux.SocketError, ref error, ref length));
        if (error != 0)
            throw Linux.Failure(error);
    }

    private protected override void Resume()
    {
        _read.Resume();
        _write.Resume();
    }

    private bool TryRead(out int count)
    {
        Check();
        while (Readable)
        {
            count = (int)Linux.recv(Descriptor, ref MemoryMarshal.GetReference(_buffer.Span), _buffer.Length, 0);
            // Fewer than there was room for: the kernel has no more, so the next read need not ask.
            Readable = count >= 0 ? count == _buffer.Length || HungUp : Linux.IsTryAgainNow();
            if (count >= 0)
                return true;
        }
        count = 0;
        return false;
    }

    private bool TryWrite(out int count)
    {
        Check();
        for (count = 0; Writable;)
        {
            if (_unsent.IsEmpty)
                return true;
            var sent = Linux.send(Descriptor, ref MemoryMarshal.GetReference(_unsent.Span), _unsent.Length, Linux.NoSignal);
            if (sent >= 0)
                _unsent = _unsent[(int)sent..];
            else
                Writable = Linux.IsTryAgainNow();
        }
        return false;
    }
}

// Something to be tried until it succeeds, awaited through a ValueTask. The object is used again and again.
internal sealed class LoopOperation<T>(LoopOperation<T>.Attempt attempt) : IValueTaskSource<T>, IValueTaskSource
{
    private const int SuccessesInARow = 32;

    private Action<object?>? _continuation;
    private object? _state;
    private T? _result;
    private Exception? _error;
    private CancellationToken _token;
    private CancellationTokenRegistration _cancelling;
    private bool _pending, _done;
    private short _row;

    public delegate bool Attempt(out T? result);

    public short Version { get; private set; }

    public void RefuseIfPending()
    {
        if (_pending)
            throw new InvalidOperationException("已经有人在等它：一次只等一个读，或者一个写。");
    }

    // False: it is under way now, await it with the present Version.
    public bool Start(out T? result, CancellationToken token)
    {
        RefuseIfPending();
        token.ThrowIfCancellationRequested();
        // Who is always ready must not keep the loop to itself: now and then the others go first.
        var othersFirst = ++_row >= SuccessesInARow;
        result = default;
        if (!othersFirst && attempt(out result))
            return true;
        (_pending, _done, _row, _error, _token) = (true, false, 0, null, token);
        Version++;
        if (othersFirst)
            SynchronizationContext.Current!.Post(static operation => ((LoopOperation<T>)operation!).Resume(), this);
        if (token.CanBeCanceled)
            _cancelling = CancelFromAnywhere(SynchronizationContext.Current!, Version);
        return false;
    }

    public void Resume()
    {
        if (!_pending || _done)
            return;
        try { _done = attempt(out _result); }
        catch (Exception e) when (e is IOException or InvalidOperationException) { (_done, _error) = (true, e); }
        if (_done)
            GoOn();
    }

    private void GoOn()
    {
        _cancelling.Unregister();
        if (_continuation is { } continuation)
        {
            _continuation = null;
            continuation(_state);
        }
    }

    // Tokens are cancelled on any thread: what it means for this operation is decided on the loop's.
    private CancellationTokenRegistration CancelFromAnywhere(SynchronizationContext loop, short version) =>
        _token.UnsafeRegister(_ => loop.Post(_ => Cancel(version), null), null);

    private void Cancel(short version)
    {
        if (version != Version || !_pending || _done)
            return;
        (_done, _error) = (true, new OperationCanceledException(_token));
        GoOn();
    }

    public ValueTaskSourceStatus GetStatus(short token)
    {
        RefuseSecondAwait(token);
        return !_done ? ValueTaskSourceStatus.Pending
            : _error is null ? ValueTaskSourceStatus.Succeeded
            : _error is OperationCanceledException ? ValueTaskSourceStatus.Canceled : ValueTaskSourceStatus.Faulted;
    }

    // Both sides are on the loop's thread: nothing to synchronise, and no other context to go to.
    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        RefuseSecondAwait(token);
        if (_done)
            SynchronizationContext.Current!.Post(new SendOrPostCallback(continuation), state);
        else
            (_continuation, _state) = (continuation, state);
    }

    public T GetResult(short token)
    {
        RefuseSecondAwait(token);
        if (!_done)
            throw new InvalidOperationException("还没有做完：请用 await 等。");
        (_pending, _done, _state, _token) = (false, false, null, default);
        if (_error is not null)
            ExceptionDispatchInfo.Throw(_error);
        return _result!;
    }

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    private void RefuseSecondAwait(short token)
    {
        if (token != Version || !_pending)
            throw new InvalidOperationException("ValueTask 只能等一次。");
    }
}

// The system calls, with the numbers Linux gives these names on x64 and arm64 alike.
internal static class Linux
{
    public const int In = 0x1, Out = 0x4, Error = 0x8, HangUp = 0x10, PeerClosed = 0x2000, EdgeTriggered = 1 << 31;
    public const int AddToEpoll = 1, CloseOnExec = 0x80000, NonBlocking = 0x800, NoSignal = 0x4000, Write = 1;
    public const int Internet = 2, Stream = 1, SocketLevel = 1, ReuseAddress = 2, SocketError = 4, Tcp = 6, NoDelay = 1;
    private const int Interrupted = 4, WouldBlock = 11, ConnectionAborted = 103, InProgress = 115;

    public static byte[] Loopback(int port) =>
        [Internet, 0, (byte)(port >> 8), (byte)port, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];

    public static int Check(int result) => result >= 0 ? result : throw Failure(Marshal.GetLastPInvokeError());

    public static IOException Failure(int error) => new(Marshal.GetPInvokeErrorMessage(error), error);

    // After a call that failed: true to repeat it, false if it was not ready after all; anything else is a failure.
    public static bool IsTryAgainNow() => Marshal.GetLastPInvokeError() switch
    {
        Interrupted or ConnectionAborted => true,
        WouldBlock => false,
        var error => throw Failure(error),
    };

    // True: connected or on the way; what became of it, the socket says when it is writable.
    public static bool Connecting(int descriptor, byte[] address) =>
        connect(descriptor, ref address[0], address.Length) == 0
        || Marshal.GetLastPInvokeError() is InProgress or Interrupted;

    [DllImport("libc", SetLastError = true)] public static extern int epoll_create1(int flags);
    [DllImport("libc", SetLastError = true)] public static extern int epoll_ctl(int epoll, int operation, int descriptor, ref int news);
    [DllImport("libc", SetLastError = true)] public static extern int epoll_wait(int epoll, ref int news, int length, int milliseconds);
    [DllImport("libc", SetLastError = true)] public static extern int eventfd(uint value, int flags);
    [DllImport("libc", SetLastError = true)] public static extern nint write(SafeHandle file, ref long value, nint length);
    [DllImport("libc", SetLastError = true)] public static extern int close(int descriptor);
    [DllImport("libc", SetLastError = true)] public static extern int socket(int family, int type, int protocol);
    [DllImport("libc", SetLastError = true)] public static extern int bind(int descriptor, ref byte address, int length);
    [DllImport("libc", SetLastError = true)] public static extern int listen(int descriptor, int backlog);
    [DllImport("libc", SetLastError = true)] public static extern int accept4(int descriptor, nint address, nint length, int flags);
    [DllImport("libc", SetLastError = true)] public static extern int connect(int descriptor, ref byte address, int length);
    [DllImport("libc", SetLastError = true)] public static extern int getsockname(int descriptor, ref byte address, ref int length);
    [DllImport("libc", SetLastError = true)] public static extern int setsockopt(int descriptor, int level, int name, ref int value, int length);
    [DllImport("libc", SetLastError = true)] public static extern int getsockopt(int descriptor, int level, int name, ref int value, ref int length);
    [DllImport("libc", SetLastError = true)] public static extern int shutdown(int descriptor, int how);
    [DllImport("libc", SetLastError = true)] public static extern nint recv(int descriptor, ref byte buffer, nint length, int flags);
    [DllImport("libc", SetLastError = true)] public static extern nint send(int descriptor, ref byte buffer, nint length, int flags);
}
