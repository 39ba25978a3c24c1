using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>How services that do not answer are brought up, decided once for a run and for <c>services up</c>.</summary>
/// <param name="Services">Those that can be.</param>
/// <param name="IsDocker">Whether by Docker; otherwise by this machine's own programs.</param>
internal sealed record ServicePlan(IReadOnlyList<Service> Services, bool IsDocker)
{
    // This machine's own programs are there in two seconds, and nobody else can meet them; containers take a minute; what stands in lacks something.
    public static async Task<ServicePlan> MakeAsync(IReadOnlyList<Service> missing, CancellationToken cancellationToken) =>
        !missing.All(PrivateServices.HasOwn) && await DockerServices.IsHereAsync(cancellationToken)
            ? new(missing, IsDocker: true)
            : new([.. missing.Where(PrivateServices.CanStart)], IsDocker: false);

    /// <summary>The plan of those who may fetch a program from the network, and say so.</summary>
    public static async Task<ServicePlan> MakeWithWhatCanBeBroughtAsync(IReadOnlyList<Service> missing, TextWriter news, CancellationToken cancellationToken)
    {
        var plan = await MakeAsync(missing, cancellationToken);
        if (plan.IsDocker || !missing.Any(PrivateServices.CanBring))
        {
            return plan;
        }

        try
        {
            await news.WriteLineAsync(ServiceWords.Bringing(GarnetService.Name));
            await GarnetService.BringAsync(cancellationToken);
            return new([.. missing.Where(PrivateServices.CanStart)], IsDocker: false);
        }
        catch (ServiceException e)
        {
            await news.WriteLineAsync(e.Message);
            return plan;
        }
    }
}

/// <summary>A server that could not be started or stopped; the message says which, why, and where its log is.</summary>
internal sealed class ServiceException(string message, Exception? inner = null) : Exception(message, inner);
