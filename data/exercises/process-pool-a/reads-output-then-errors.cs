// 提示：标准输出和标准错误要同时读
async Task<string> FeedAsync(Process child, string input, TimeSpan limit)
{
    async Task<string> AllAsync()
    {
        var writing = child.StandardInput.WriteAsync(input).ContinueWith(_ => child.StandardInput.Close());
        var output = await child.StandardOutput.ReadToEndAsync();
        var errors = await child.StandardError.ReadToEndAsync();
        await writing;
        await child.WaitForExitAsync();
        return child.ExitCode == 0 ? output : throw new InvalidOperationException(errors);
    }

    try { return await AllAsync().WaitAsync(limit); }
    finally { child.Kill(); }
}
