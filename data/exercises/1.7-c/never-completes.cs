// 提示：流却没有结束
IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    var pipe = Channel.CreateUnbounded<string>();
    _ = CopyAsync(left);
    _ = CopyAsync(right);
    return pipe.Reader.ReadAllAsync();

    async Task CopyAsync(IAsyncEnumerable<string> source)
    {
        await foreach (var item in source)
            await pipe.Writer.WriteAsync(item);
    }
}
