IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    var pipe = Channel.CreateUnbounded<string>();
    Task.WhenAll(CopyAsync(left), CopyAsync(right)).ContinueWith(t => pipe.Writer.Complete(t.Exception));
    return pipe.Reader.ReadAllAsync();

    async Task CopyAsync(IAsyncEnumerable<string> source)
    {
        await foreach (var item in source)
            await pipe.Writer.WriteAsync(item);
    }
}
