namespace AsyncBook.Services;

/// <summary>How services that do not answer are brought up, decided once for a run and for <c>services up</c>.</summary>
/// <param name="Services">Those that can be.</param>
/// <param name="IsDocker">Whether by Docker; otherwise by this machine's own programs.</param>
internal sealed record ServicePlan(IReadOnlyList<Service> Services, bool IsDocker)
{
    // This machine's own programs are there in two seconds, and nobody else can meet them; containers take a minute.
    public static async Task<ServicePlan> MakeAsync(IReadOnlyList<Service> missing, CancellationToken cancellationToken)
    {
        var startable = missing.Where(PrivateServices.CanStart).ToList();
        return startable.Count < missing.Count && await DockerServices.IsHereAsync(cancellationToken)
            ? new(missing, IsDocker: true)
            : new(startable, IsDocker: false);
    }
}

/// <summary>A server that could not be started or stopped; the message says which, why, and where its log is.</summary>
internal sealed class ServiceException(string message, Exception? inner = null) : Exception(message, inner);
