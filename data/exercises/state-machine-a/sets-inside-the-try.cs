// 提示：带着同一个异常
class SumMachine : IAsyncStateMachine
{
    public Func<Task<int>> First, Second;
    public int State = -1;
    public int Kept = 0;
    public TaskAwaiter<int> Awaiter = default;
    public AsyncTaskMethodBuilder<int> Builder = AsyncTaskMethodBuilder<int>.Create();

    public void MoveNext()
    {
        try
        {
            if (State == 0) goto One;
            if (State == 1) goto Two;
            Awaiter = First().GetAwaiter();
            State = 0;
            if (!Awaiter.IsCompleted) { var me = this; Builder.AwaitOnCompleted(ref Awaiter, ref me); return; }
        One:
            Kept = Awaiter.GetResult();
            Awaiter = Second().GetAwaiter();
            State = 1;
            if (!Awaiter.IsCompleted) { var me = this; Builder.AwaitOnCompleted(ref Awaiter, ref me); return; }
        Two:
            Builder.SetResult(Kept + Awaiter.GetResult());
        }
        catch (Exception) { Builder.SetException(new InvalidOperationException()); }
    }

    public void SetStateMachine(IAsyncStateMachine machine) { }
}

Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var machine = new SumMachine { First = first, Second = second };
    machine.Builder.Start(ref machine);
    return machine.Builder.Task;
}
