// 提示：子进程的退出码是 3
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
        await Task.WhenAll(WriteAsync(), output, child.StandardError.ReadToEndAsync()).WaitAsync(limit);
        return await output;
    }
    finally { child.Kill(); }
}
