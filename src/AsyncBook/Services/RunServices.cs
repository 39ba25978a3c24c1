using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>The services that notebooks need, for as long as they run: those that answer already, or else ours.</summary>
internal sealed class RunServices : IAsyncDisposable
{
    private Func<Task> _stop = () => Task.CompletedTask;

    private RunServices(ServiceAddresses addresses) => Addresses = addresses;

    /// <summary>Where they are.</summary>
    public ServiceAddresses Addresses { get; private set; }

    /// <summary>Sees to it that what is needed is there, where this machine can give it; says what it starts.</summary>
    /// <remarks>What cannot be had each cell learns when its turn comes.</remarks>
    public static Task<RunServices> StartAsync(IEnumerable<string> needs, TextWriter news, CancellationToken cancellationToken) =>
        StartAsync(needs, missing => ServicePlan.MakeAsync(missing, cancellationToken), news, cancellationToken);

    /// <summary>As above, for whoever asks for it: a program that is not here is fetched from the network if need be.</summary>
    public static Task<RunServices> BringAsync(IEnumerable<string> needs, TextWriter news, CancellationToken cancellationToken) =>
        StartAsync(needs, missing => ServicePlan.MakeWithWhatCanBeBroughtAsync(missing, news, cancellationToken), news, cancellationToken);

    public async ValueTask DisposeAsync() => await _stop();

    private static async Task<RunServices> StartAsync(
        IEnumerable<string> needs, Func<IReadOnlyList<Service>, Task<ServicePlan>> plan, TextWriter news, CancellationToken cancellationToken)
    {
        ServiceNote.StopOrphans();
        var services = new RunServices(ServiceAddresses.OfEnvironment.WithStaying());
        var needed = needs.Distinct(StringComparer.Ordinal).SelectMany(services.Addresses.ForNeed);
        var missing = await ServiceProbe.FindMissingAsync(needed, cancellationToken);
        if (missing.Count == 0)
        {
            return services;
        }

        try
        {
            await services.FollowAsync(await plan(missing), news, cancellationToken);
        }
        catch (ServiceException e)
        {
            await news.WriteLineAsync(e.Message);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }

        return services;
    }

    private async Task FollowAsync(ServicePlan plan, TextWriter news, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", plan.Services.Select(service => service.Name));
        if (plan.IsDocker)
        {
            await news.WriteLineAsync(ServiceWords.StartingDocker(names));
            var own = DockerServices.ForThisRun(plan.Services);
            _stop = own.DownAsync;
            await own.UpAsync(cancellationToken);
            Addresses = Addresses.With(own.Addresses);
        }
        else if (plan.Services.Count > 0)
        {
            await news.WriteLineAsync(ServiceWords.Starting(names));
            var (folder, note) = await PrivateServices.StartAsync([.. plan.Services.Select(PrivateServices.WithNewPassword)], stay: false, cancellationToken);
            _stop = () => Task.Run(() => note.Stop(folder));
            Addresses = Addresses.With(note.Servers);
            await news.WriteLineAsync(ServiceWords.StartedForThisRun(string.Join(", ", note.Servers.Select(service => service.Name))));
        }
    }
}
