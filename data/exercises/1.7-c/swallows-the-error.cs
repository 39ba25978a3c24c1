// 提示：消费者却以为一切正常
IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    var pipe = Channel.CreateUnbounded<string>();
    _ = CopyBothAsync();
    return pipe.Reader.ReadAllAsync();

    async Task CopyBothAsync()
    {
        try { await Task.WhenAll(CopyAsync(left), CopyAsync(right)); }
        catch (Exception) { }
        pipe.Writer.Complete();
    }

    async Task CopyAsync(IAsyncEnumerable<string> source)
    {
        await foreach (var item in source)
            await pipe.Writer.WriteAsync(item);
    }
}
