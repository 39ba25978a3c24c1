using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>Where the workshop's services are: where the environment says, unless asyncbook knows better.</summary>
/// <param name="Variables">What it knows better: variables that say where a service is, for the environment of kernels.</param>
internal sealed record ServiceAddresses(IReadOnlyDictionary<string, string> Variables)
{
    // The lessons' own definition; one that no need asks for is not read, and cannot be wrong.
    private static readonly (string Need, Func<Service> Read)[] _services =
    [
        ("redis", () => global::Services.Redis1), ("redis", () => global::Services.Redis2),
        ("mysql", () => global::Services.MySql1), ("mysql", () => global::Services.MySql2),
    ];

    public static ServiceAddresses OfEnvironment { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>All of them.</summary>
    /// <exception cref="FormatException">A variable holds no address.</exception>
    public IReadOnlyList<Service> All => [.. _services.Select(service => Locate(service.Read))];

    /// <summary>The services that a cell's need stands for; none where it is of another kind.</summary>
    /// <exception cref="FormatException">A variable holds no address.</exception>
    public IReadOnlyList<Service> ForNeed(string need) =>
        [.. _services.Where(service => service.Need == need).Select(service => Locate(service.Read))];

    /// <summary>Whether a kernel that knows the one set knows the other.</summary>
    public bool AreSame(ServiceAddresses other) => Variables.Count == other.Variables.Count && !Variables.Except(other.Variables).Any();

    public ServiceAddresses With(IEnumerable<StartedService> started) =>
        With(started.Select(service => KeyValuePair.Create(service.Variable, service.Address)));

    public ServiceAddresses With(IEnumerable<KeyValuePair<string, string>> variables)
    {
        var all = new Dictionary<string, string>(Variables, StringComparer.Ordinal);
        foreach (var (variable, address) in variables)
        {
            all[variable] = address;
        }

        return new(all);
    }

    /// <summary>Where the environment says nothing else, the services that stay are used: perhaps on other ports than usual.</summary>
    public ServiceAddresses WithStaying() =>
        With(ServiceNote.StayingServices().Where(service => Environment.GetEnvironmentVariable(service.Variable) is null));

    private Service Locate(Func<Service> read)
    {
        try
        {
            var service = read();
            return Variables.TryGetValue(service.Variable, out var address) ? service with { Address = new Uri(address) } : service;
        }
        catch (ServiceAddressException e)
        {
            throw new FormatException(ServiceWords.NoAddress(e.Variable, e.Example), e);
        }
    }
}
