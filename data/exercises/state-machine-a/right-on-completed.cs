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
        try
        {
            if (State == 0) goto FirstDone;
            if (State == 1) goto SecondDone;
            Awaiter = First().GetAwaiter();
            if (!Awaiter.IsCompleted) { Suspend(0); return; }
        FirstDone:
            Kept = Awaiter.GetResult();
            Awaiter = Second().GetAwaiter();
            if (!Awaiter.IsCompleted) { Suspend(1); return; }
        SecondDone:
            sum = Kept + Awaiter.GetResult();
        }
        catch (Exception error) { Builder.SetException(error); return; }
        Builder.SetResult(sum);
    }

    void Suspend(int state)
    {
        State = state;
        Awaiter.OnCompleted(MoveNext);
    }

    public void SetStateMachine(IAsyncStateMachine machine) { }
}

Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var machine = new SumMachine { First = first, Second = second };
    machine.Builder.Start(ref machine);
    return machine.Builder.Task;
}
