using AsyncBook.Running;
using AsyncBook.Services;

namespace AsyncBook.Serving;

/// <summary>Redis and MySQL for all pages: whether they are there, and a start of our own where a page asks for it.</summary>
internal sealed class LiveServices : IAsyncDisposable
{
    private static readonly string[] _known = ["redis", "mysql"];
    private readonly Turn _turn = new();
    private readonly List<RunServices> _started = [];
    private readonly Ending _end = new();

    /// <summary>Where they are.</summary>
    public ServiceAddresses Addresses { get; private set; } = ServiceAddresses.OfEnvironment.WithStaying();

    /// <summary>What each of the needs that are services is: absent or up.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StatesAsync(IEnumerable<string> needs)
    {
        var states = await Task.WhenAll(needs.Where(_known.Contains).Distinct(StringComparer.Ordinal).Select(async need =>
            KeyValuePair.Create(need, (await ServiceProbe.FindMissingAsync(Addresses.ForNeed(need), _end.Token)).Count == 0 ? "up" : "absent")));
        return states.ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Starts what is not there, for as long as the server runs.</summary>
    /// <returns>Why something is still not there; null where all is well.</returns>
    public Task<string?> StartAsync(IReadOnlyList<string> needs) => _turn.TakeAsync(async () =>
    {
        var states = await StatesAsync(needs);
        using var news = new StringWriter();
        var started = await RunServices.BringAsync(states.Where(state => state.Value != "up").Select(state => state.Key), news, _end.Token);
        _started.Add(started);
        Addresses = Addresses.With(started.Addresses.Variables);
        return (await StatesAsync(needs)).All(state => state.Value == "up") ? null : news.ToString().Trim();
    });

    public async ValueTask DisposeAsync()
    {
        await _end.EndAsync();
        await _turn.TakeAsync(async () =>
        {
            await Task.WhenAll(_started.Select(started => started.DisposeAsync().AsTask()));
            return true;
        });
    }
}
