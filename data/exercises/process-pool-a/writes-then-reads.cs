// 提示：写输入的时候，也要读输出
async Task<string> FeedAsync(Process child, string input, TimeSpan limit)
{
    async Task<string> AllAsync()
    {
        await child.StandardInput.WriteAsync(input);
        child.StandardInput.Close();
        var (output, errors) = (child.StandardOutput.ReadToEndAsync(), child.StandardError.ReadToEndAsync());
        await Task.WhenAll(output, errors, child.WaitForExitAsync());
        return child.ExitCode == 0 ? await output : throw new InvalidOperationException(await errors);
    }

    try { return await AllAsync().WaitAsync(limit); }
    finally { child.Kill(); }
}
