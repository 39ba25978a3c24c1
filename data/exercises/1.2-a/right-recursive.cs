async Task<T> RetryAsync<T>(Func<Task<T>> make, int times)
{
    try { return await make(); }
    catch when (times > 1) { }
    return await RetryAsync(make, times - 1);
}
