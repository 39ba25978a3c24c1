// 提示：出错也要关上通道
IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    var pipe = Channel.CreateUnbounded<string>();
    _ = CopyBothAsync();
    return pipe.Reader.ReadAllAsync();

    async Task CopyBothAsync()
    {
        await Task.WhenAll(CopyAsync(left), CopyAsync(right));
        pipe.Writer.Complete();
    }

    async Task CopyAsync(IAsyncEnumerable<string> source)
    {
        await foreach (var item in source)
            await pipe.Writer.WriteAsync(item);
    }
}
