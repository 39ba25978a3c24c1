// 提示：却以为一切正常
async IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    var pipe = Channel.CreateUnbounded<string>();
    async Task CopyAsync(IAsyncEnumerable<string> source)
    {
        await foreach (var item in source) await pipe.Writer.WriteAsync(item);
    }
    var (a, b) = (CopyAsync(left), CopyAsync(right));
    _ = Task.WhenAll(a, b).ContinueWith(_ => pipe.Writer.Complete());
    await foreach (var item in pipe.Reader.ReadAllAsync()) yield return item;
    await a;
}
