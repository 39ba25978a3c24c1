async Task<string> FeedAsync(Process child, string input, TimeSpan limit)
{
    using var late = new CancellationTokenSource(limit);
    using var kill = late.Token.Register(() => child.Kill());
    var errors = child.StandardError.ReadToEndAsync();
    var output = child.StandardOutput.ReadToEndAsync();
    try
    {
        await child.StandardInput.WriteAsync(input);
        child.StandardInput.Close();
    }
    catch (IOException) { }
    var (said, complained) = (await output, await errors);
    await child.WaitForExitAsync();
    if (late.IsCancellationRequested) throw new TimeoutException();
    return child.ExitCode == 0 ? said : throw new InvalidOperationException(complained);
}
