// 提示：占着线程等了
class SumMachine : IAsyncStateMachine
{
    public Func<Task<int>> First, Second;
    public int State = -1;
    public int Kept = 0;                                 // 等第二个的时候，第一个的结果放在这里
    public TaskAwaiter<int> Awaiter = default;
    public AsyncTaskMethodBuilder<int> Builder = AsyncTaskMethodBuilder<int>.Create();

    public void MoveNext()
    {
        try { Builder.SetResult(First().GetAwaiter().GetResult() + Second().GetAwaiter().GetResult()); }
        catch (Exception error) { Builder.SetException(error); }
    }

    public void SetStateMachine(IAsyncStateMachine machine) { }
}

Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var machine = new SumMachine { First = first, Second = second };
    machine.Builder.Start(ref machine);
    return machine.Builder.Task;
}
