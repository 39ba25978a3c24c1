using AsyncBook.Running;
using AsyncBook.Servers;

namespace AsyncBook.Tests.Servers;

/// <summary>Redis and MySQL for the tests that run notebooks: those that answer already, or private ones until the tests end.</summary>
public sealed class WorkshopServers : IAsyncLifetime
{
    private Action _stop = () => { };

    public async ValueTask InitializeAsync()
    {
        ServerNote.StopOrphans();
        var missing = new List<Service>();
        foreach (var service in Services.All)
        {
            if (await Requirements.WhyUnreachableAsync(service) is not null && PrivateServers.CanStart(service))
            {
                missing.Add(service);
            }
        }

        if (missing.Count > 0)
        {
            var (folder, note) = await PrivateServers.StartAsync(missing, stay: false, TestContext.Current.CancellationToken);
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
