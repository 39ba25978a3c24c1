namespace AsyncBook.Serving;

/// <summary>Lets one in after the other. Whoever comes late, when its owner has gone, still gets in.</summary>
internal sealed class Turn
{
    private readonly SemaphoreSlim _free = new(1);

    public async Task<T> TakeAsync<T>(Func<Task<T>> work)
    {
        await _free.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _free.Release();
        }
    }
}

/// <summary>Says that it is over, once and for all.</summary>
internal sealed class Ending
{
    private readonly CancellationTokenSource _source = new();

    public CancellationToken Token => _source.Token;

    public Task EndAsync() => _source.CancelAsync();
}
