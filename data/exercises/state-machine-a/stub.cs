// 练习 state-machine-a：写出 MoveNext
class SumMachine : IAsyncStateMachine
{
    public Func<Task<int>> First, Second;
    public int State = -1;
    public int Kept = 0;                                 // 等第二个的时候，第一个的结果放在这里
    public TaskAwaiter<int> Awaiter = default;
    public AsyncTaskMethodBuilder<int> Builder = AsyncTaskMethodBuilder<int>.Create();

    public void MoveNext()
    {
        // 在这里写
        throw new NotImplementedException();
    }

    public void SetStateMachine(IAsyncStateMachine machine) { }
}

Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var machine = new SumMachine { First = first, Second = second };
    machine.Builder.Start(ref machine);
    return machine.Builder.Task;
}
