// 提示：不要从 MoveNext 抛出去
class SumMachine : IAsyncStateMachine
{
    public Func<Task<int>> First, Second;
    public int State = -1;
    public int Kept = 0;                                 // 等第二个的时候，第一个的结果放在这里
    public TaskAwaiter<int> Awaiter = default;
    public AsyncTaskMethodBuilder<int> Builder = AsyncTaskMethodBuilder<int>.Create();

    public void MoveNext()
    {
        int sum;
        if (State == 1) goto SecondDone;
        try
        {
            if (State == 0) goto FirstDone;
            Awaiter = First().GetAwaiter();
            if (!Awaiter.IsCompleted) { Suspend(0); return; }
        FirstDone:
            Kept = Awaiter.GetResult();
            Awaiter = Second().GetAwaiter();
            if (!Awaiter.IsCompleted) { Suspend(1); return; }
        }
        catch (Exception error) { Builder.SetException(error); return; }
    SecondDone:
        sum = Kept + Awaiter.GetResult();
        Builder.SetResult(sum);
    }

    void Suspend(int state)
    {
        State = state;
        var me = this;
        Builder.AwaitUnsafeOnCompleted(ref Awaiter, ref me);
    }

    public void SetStateMachine(IAsyncStateMachine machine) { }
}

Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var machine = new SumMachine { First = first, Second = second };
    machine.Builder.Start(ref machine);
    return machine.Builder.Task;
}
