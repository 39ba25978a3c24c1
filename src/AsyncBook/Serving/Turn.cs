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
