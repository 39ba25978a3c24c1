#nullable enable
using StackExchange.Redis;

/// <summary>
/// What StackExchange.Redis connects with. Its connection string is split at every comma, so that a password with one has no place in it.
/// </summary>
public static class RedisOptions
{
    /// <summary>Options of one's own for a server of the workshop: change them before they are used.</summary>
    public static ConfigurationOptions For(Service service) => new()
    {
        EndPoints = { { service.Host, service.Port } },
        User = service.User.Length > 0 ? service.User : null,
        Password = service.Password,
    };
}
