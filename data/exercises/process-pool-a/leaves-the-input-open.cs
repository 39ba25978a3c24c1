// 提示：没有输入也要关上标准输入
async Task<string> FeedAsync(Process child, string input, TimeSpan limit)
{
    try
    {
        var writing = child.StandardInput.WriteAsync(input);
        var output = child.StandardOutput.ReadToEndAsync();
        var errors = child.StandardError.ReadToEndAsync();
        await Task.WhenAll(writing, output, errors, child.WaitForExitAsync()).WaitAsync(limit);
        return child.ExitCode == 0 ? await output : throw new InvalidOperationException(await errors);
    }
    finally { child.Kill(); }
}
