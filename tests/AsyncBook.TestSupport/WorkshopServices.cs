using AsyncBook.Services;

namespace AsyncBook.TestSupport;

/// <summary>Redis and MySQL for the tests that run notebooks: those that answer already, or private ones until the tests end.</summary>
public sealed class WorkshopServices : IAsyncLifetime
{
    private Action _stop = () => { };

    /// <summary>Where they are.</summary>
    internal ServiceAddresses Addresses { get; private set; } = ServiceAddresses.OfEnvironment;

    public async ValueTask InitializeAsync()
    {
        ServiceNote.StopOrphans();
        var cancellationToken = TestContext.Current.CancellationToken;
        var missing = await ServiceProbe.FindMissingAsync(Addresses.All, cancellationToken);
        var startable = missing.Where(PrivateServices.CanStart).ToList();
        if (startable.Count > 0)
        {
            var (folder, note) = await PrivateServices.StartAsync(startable, stay: false, cancellationToken);
            _stop = () => note.Stop(folder);
            Addresses = Addresses.With(note.Servers);
        }
    }

    public ValueTask DisposeAsync()
    {
        _stop();
        return ValueTask.CompletedTask;
    }
}
