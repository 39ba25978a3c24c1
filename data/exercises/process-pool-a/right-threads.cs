async Task<string> FeedAsync(Process child, string input, TimeSpan limit)
{
    Task<string> OnThread(Func<string> func) => Task.Factory.StartNew(
        func, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    var output = OnThread(child.StandardOutput.ReadToEnd);
    var errors = OnThread(child.StandardError.ReadToEnd);
    var writing = OnThread(() =>
    {
        using (child.StandardInput) child.StandardInput.Write(input);
        return "";
    });
    var all = Task.WhenAll(output, errors, writing);
    if (await Task.WhenAny(all, Task.Delay(limit)) != all)
    {
        child.Kill();
        throw new TimeoutException();
    }
    await all;
    await child.WaitForExitAsync();
    if (child.ExitCode != 0)
        throw new InvalidOperationException(await errors);
    return await output;
}
