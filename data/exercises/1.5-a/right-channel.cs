async Task<string> AskAsync(Action<Action<string>, Action<Exception>> start)
{
    var first = System.Threading.Channels.Channel.CreateUnbounded<Func<string>>();
    start(
        result => first.Writer.TryWrite(() => result),
        error => first.Writer.TryWrite(() => throw error));
    var answer = await first.Reader.ReadAsync();
    return answer();
}
