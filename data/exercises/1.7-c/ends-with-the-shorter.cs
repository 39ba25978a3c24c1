// 提示：应该得到
async IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    var pipe = Channel.CreateUnbounded<string>();
    async Task CopyAsync(IAsyncEnumerable<string> source)
    {
        try { await foreach (var item in source) pipe.Writer.TryWrite(item); pipe.Writer.TryComplete(); }
        catch (Exception error) { pipe.Writer.TryComplete(error); }
    }
    var both = Task.WhenAll(CopyAsync(left), CopyAsync(right));
    await foreach (var item in pipe.Reader.ReadAllAsync()) yield return item;
    await both;
}
