class LatestProgress<T> : IProgress<T>
{
    readonly System.Threading.Channels.Channel<T> channel = System.Threading.Channels.Channel.CreateBounded<T>(
        new System.Threading.Channels.BoundedChannelOptions(1) { FullMode = System.Threading.Channels.BoundedChannelFullMode.DropOldest });

    public LatestProgress(Action<T> handler) => _ = ReadAsync(handler);

    async Task ReadAsync(Action<T> handler)
    {
        await foreach (var value in channel.Reader.ReadAllAsync())
            handler(value);
    }

    public void Report(T value) => channel.Writer.TryWrite(value);
}
