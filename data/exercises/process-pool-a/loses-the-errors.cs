// 提示：写在标准错误里的话
async Task<string> FeedAsync(Process child, string input, TimeSpan limit)
{
    async Task WriteAsync()
    {
        await child.StandardInput.WriteAsync(input);
        child.StandardInput.Close();
    }

    try
    {
        var output = child.StandardOutput.ReadToEndAsync();
        var errors = child.StandardError.ReadToEndAsync();
        await Task.WhenAll(WriteAsync(), output, errors, child.WaitForExitAsync()).WaitAsync(limit);
        return child.ExitCode == 0 ? await output : throw new InvalidOperationException($"退出码 {child.ExitCode}");
    }
    finally { child.Kill(); }
}
