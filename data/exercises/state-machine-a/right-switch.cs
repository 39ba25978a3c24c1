class SumMachine : IAsyncStateMachine
{
    public Func<Task<int>> First, Second;
    public int State = -1;
    public int Kept = 0;                                 // 等第二个的时候，第一个的结果放在这里
    public TaskAwaiter<int> Awaiter = default;
    public AsyncTaskMethodBuilder<int> Builder = AsyncTaskMethodBuilder<int>.Create();

    public void MoveNext()
    {
        var moved = true;
        while (moved)
        {
            moved = false;
            try
            {
                switch (State)
                {
                    case -1:
                        Awaiter = First().GetAwaiter();
                        State = 0;
                        break;
                    case 0:
                        Kept = Awaiter.GetResult();
                        Awaiter = Second().GetAwaiter();
                        State = 1;
                        break;
                    default:
                        Builder.SetResult(Kept + Awaiter.GetResult());
                        return;
                }
                moved = Awaiter.IsCompleted;
            }
            catch (Exception error) { Builder.SetException(error); return; }
        }
        Awaiter.UnsafeOnCompleted(MoveNext);
    }

    public void SetStateMachine(IAsyncStateMachine machine) { }
}

Task<int> SumAsync(Func<Task<int>> first, Func<Task<int>> second)
{
    var machine = new SumMachine { First = first, Second = second };
    machine.Builder.Start(ref machine);
    return machine.Builder.Task;
}
