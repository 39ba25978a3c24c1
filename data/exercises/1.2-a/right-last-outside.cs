async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    for (var left = times; left > 1; left--)
    {
        try { return await make(); }
        catch (Exception) { await Task.Delay(5); }
    }
    return await make();
}
