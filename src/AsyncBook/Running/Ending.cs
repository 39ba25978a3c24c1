namespace AsyncBook.Running;

/// <summary>Says that it is over, once and for all.</summary>
internal sealed class Ending
{
    private readonly CancellationTokenSource _source = new();

    public CancellationToken Token => _source.Token;

    public Task EndAsync() => _source.CancelAsync();
}
