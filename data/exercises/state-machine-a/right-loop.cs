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
            while (true)
            {
                if (State == -1) { Awaiter = First().GetAwaiter(); State = 0; if (!Awaiter.IsCompleted) { Awaiter.UnsafeOnCompleted(MoveNext); return; } }
                else if (State == 0) { Kept = Awaiter.GetResult(); Awaiter = Second().GetAwaiter(); State = 1; if (!Awaiter.IsCompleted) { Awaiter.UnsafeOnCompleted(MoveNext); return; } }
                else { Kept += Awaiter.GetResult(); break; }
            }
        }
        catch (Exception error) { Builder.SetException(error); return; }
        Builder.SetResult(Kept);
    }

    public void SetStateMachine(IAsyncStateMachine machine) { }
}

Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var machine = new SumMachine { First = first, Second = second };
    machine.Builder.Start(ref machine);
    return machine.Builder.Task;
}
