async Task<string> FeedAsync(Process child, string input, TimeSpan limit)
{
    var (output, errors) = (new StringBuilder(), new StringBuilder());
    child.OutputDataReceived += (_, line) => { if (line.Data is { } text) output.AppendLine(text); };
    child.ErrorDataReceived += (_, line) => { if (line.Data is { } text) errors.AppendLine(text); };
    child.BeginOutputReadLine();
    child.BeginErrorReadLine();
    using var late = new CancellationTokenSource(limit);
    try
    {
        await child.StandardInput.WriteAsync(input.AsMemory(), late.Token);
        child.StandardInput.Close();
        await child.WaitForExitAsync(late.Token);
    }
    catch (OperationCanceledException) { throw new TimeoutException(); }
    finally { child.Kill(); }
    return child.ExitCode == 0 ? output.ToString() : throw new InvalidOperationException(errors.ToString());
}
