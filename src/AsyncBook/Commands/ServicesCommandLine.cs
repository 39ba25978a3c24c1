using System.CommandLine;
using AsyncBook.Services;

namespace AsyncBook.Commands;

/// <summary>What can be typed after <c>asyncbook services</c>.</summary>
internal static class ServicesCommandLine
{
    private const string Description =
        """
        The Redis and MySQL servers of chapters 2.1 to 2.4.

        Where this machine has redis-server and mariadbd, it is those, with the users, passwords and data of docker-compose.yml, on
        127.0.0.1 and in a folder of their own; otherwise Docker's, where an engine answers. 'asyncbook run' does this by itself where needed.

        Environment: ASYNCBOOK_REDIS_1, ASYNCBOOK_REDIS_2 (redis://:password@host:port), ASYNCBOOK_MYSQL_1, ASYNCBOOK_MYSQL_2
        (mysql://user:password@host:port/database) say where they are; docker-compose.yml's are the defaults.
        """;

    public static Command Create()
    {
        var format = new Option<ExportFormat?>("--format") { Description = "Print nothing but the variables that say where the servers are, for a shell to read" };
        var up = new Command("up", "Starts what does not answer yet, and says which variables to set where the addresses are not the usual ones") { format };
        up.SetAction((parsed, cancellationToken) => New().UpAsync(parsed.GetValue(format), cancellationToken));
        var status = new Command("status", "Shows each server: where, which version, how quick. Exit code 1 if one does not answer");
        status.SetAction((_, cancellationToken) => New().StatusAsync(cancellationToken));
        var down = new Command("down", "Stops what 'up' started, and nothing else; data of Docker's servers stays");
        down.SetAction((_, cancellationToken) => New().DownAsync(cancellationToken));
        return new Command("services", Description) { up, status, down };
    }

    private static ServicesCommand New() => new(Terminal.Create(), Console.Error);
}
