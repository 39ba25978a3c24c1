// 提示：两件活挤在一个线程上
static class Alone
{
    static readonly System.Collections.Concurrent.BlockingCollection<Action> jobs = [];

    static Alone() => new Thread(() => { foreach (var job in jobs.GetConsumingEnumerable()) job(); }) { IsBackground = true }.Start();

    public static void Add(Action job) => jobs.Add(job);
}

Task<T> OwnThreadAsync<T>(Func<T> func)
{
    var box = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
    Alone.Add(() =>
    {
        try { box.SetResult(func()); }
        catch (Exception error) { box.SetException(error); }
    });
    return box.Task;
}
