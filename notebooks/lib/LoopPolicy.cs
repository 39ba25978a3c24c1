#nullable enable
using System;
using System.Threading.Tasks;

/// <summary>Which loop a program runs on; asyncio's event loop policy.</summary>
/// <remarks>Import EventLoop.cs, FastEventLoop.cs and EpollEventLoop.cs first. All that differs between the loops is how
/// one is started and how a task is queued on it; everything else is plain <c>await</c>.</remarks>
/// <param name="Name">What to call it in tables and pictures.</param>
/// <param name="Run">Runs a main to its end.</param>
/// <param name="CreateTask">Starts a task later, from code that runs on the loop.</param>
public sealed record LoopPolicy(string Name, Action<Func<Task>> Run, Func<Func<Task>, Task> CreateTask)
{
    /// <summary>The loop of 1.1: made for reading.</summary>
    public static LoopPolicy Readable { get; } = new("EventLoop", EventLoop.Run, func => EventLoop.CreateTask(func));

    /// <summary>The same made fast.</summary>
    public static LoopPolicy Fast { get; } = new("FastEventLoop", FastEventLoop.Run, func => FastEventLoop.CreateTask(func));

    /// <summary>The one that owns its I/O; Linux only.</summary>
    public static LoopPolicy Epoll { get; } = new("EpollEventLoop", EpollEventLoop.Run, func => FastEventLoop.CreateTask(func));

    /// <summary>No loop: .NET's own thread pool.</summary>
    public static LoopPolicy ThreadPool { get; } = new("线程池", main => Task.Run(main).GetAwaiter().GetResult(), Task.Run);
}
