namespace AsyncBook.Bench;

/// <summary>The pieces of work, as bench/python/work.py has them.</summary>
internal static class Work
{
    public static Func<int, Task> Named(string name, LoopPolicy policy) => name switch
    {
        "yields" => Yields,
        "nested" => Nested,
        "tasks-hot" => count => WhenAll(count, Turn),
        "tasks-cold" => count => WhenAll(count, ColdTurn(policy)),
        "futures" => count => Futures(count, CallSoon(policy)),
        "creates" => count => Creates(count, ColdTurn(policy)),
        "sleeps" => count => Sleeps(count, TimeSpan.FromSeconds(1)),
        _ => throw new ArgumentException($"No such work: {name}"),
    };

    public static Task Sleeps(int count, TimeSpan delay)
    {
        var sleeps = new Task[count];
        for (var i = 0; i < count; i++)
        {
            sleeps[i] = Task.Delay(delay);
        }
        return Task.WhenAll(sleeps);
    }

    private static async Task Yields(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
        }
    }

    // Like for like: asyncio.sleep(0) is a coroutine of its own, made and awaited each time.
    private static async Task Nested(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Turn();
        }
    }

    // One after the other: what it costs to queue a task, end it and wake who waits for it.
    private static async Task Creates(int count, Func<Task<int>> create)
    {
        for (var i = 0; i < count; i++)
        {
            await create();
        }
    }

    private static async Task<int> Turn()
    {
        await Task.Yield();
        return 1;
    }

    private static async Task WhenAll(int count, Func<Task<int>> start)
    {
        var tasks = new Task<int>[count];
        for (var i = 0; i < count; i++)
        {
            tasks[i] = start();
        }
        await Task.WhenAll(tasks);
    }

    // As in asyncio, who awaits the future resumes through the queue.
    private static async Task Futures(int count, Action<Action> callSoon)
    {
        for (var i = 0; i < count; i++)
        {
            var future = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            callSoon(() => future.SetResult(1));
            await future.Task;
        }
    }

    private static Func<Task<int>> ColdTurn(LoopPolicy policy) =>
        policy == LoopPolicy.Readable ? () => EventLoop.CreateTask(Turn)
        : policy == LoopPolicy.ThreadPool ? () => Task.Run(Turn)
        : () => FastEventLoop.CreateTask(Turn);

    private static Action<Action> CallSoon(LoopPolicy policy) =>
        policy == LoopPolicy.Readable ? EventLoop.Current.CallSoon
        : policy == LoopPolicy.ThreadPool ? callback => ThreadPool.QueueUserWorkItem(static callback => callback(), callback, preferLocal: true)
        : FastEventLoop.Current.CallSoon;
}
