using AsyncBook.Running;
using AsyncBook.Services;

namespace AsyncBook.TestSupport;

/// <summary>Redis and MySQL for the tests that run notebooks: those that answer already, or private ones until the tests end.</summary>
public sealed class WorkshopServices : IAsyncLifetime
{
    private Action _stop = () => { };

    public async ValueTask InitializeAsync()
    {
        ServiceNote.StopOrphans();
        var missing = new List<Service>();
        foreach (var service in global::Services.All)
        {
            if (await Requirements.WhyUnreachableAsync(service) is not null && PrivateServices.CanStart(service))
            {
                missing.Add(service);
            }
        }

        if (missing.Count > 0)
        {
            var (folder, note) = await PrivateServices.StartAsync(missing, stay: false, TestContext.Current.CancellationToken);
            _stop = () => note.Stop(folder);
            foreach (var server in note.Servers)
            {
                Environment.SetEnvironmentVariable(server.Variable, server.Address);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _stop();
        return ValueTask.CompletedTask;
    }
}
