using AsyncBook.IO;
using AsyncBook.Language;

namespace AsyncBook.Services;

/// <summary>How a private MariaDB or MySQL is started, with the users and data that docker-compose.yml gives the other.</summary>
internal static class MySqlService
{
    // As in docker-compose.yml: two of them must fit beside an editor and a browser. MariaDB 10.11 takes 75 MB like this, idle, 52 MB of them its own.
    private static readonly string[] _small =
    [
        "--skip-name-resolve", "--skip-log-bin", "--performance-schema=OFF", "--innodb-buffer-pool-size=32M",
        "--key-buffer-size=1M", "--table-open-cache=200", "--max-connections=60", "--character-set-server=utf8mb4",
        // Otherwise MariaDB makes it 96 MB. MySQL 9 calls it otherwise, and passes over what is loose.
        "--loose-innodb-log-file-size=16M", "--loose-innodb-redo-log-capacity=16M",
    ];

    public static string? Program { get; } = ProgramFinder.Find("mariadbd", "mysqld");

    private static string? Installer { get; } = ProgramFinder.Find("mariadb-install-db", "mysql_install_db");

    /// <summary>The command line, once the folder holds what it needs.</summary>
    public static async Task<IReadOnlyList<string>> PrepareAsync(
        Service service, string folder, int port, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var data = Path.Combine(folder, "data");
        await InstallAsync(data, folder, variables, cancellationToken);
        var script = Path.Combine(folder, "workshop.sql");
        await OwnersAlone.WriteAsync(script, Script(service), cancellationToken);
        return
        [
            Program!, "--no-defaults", .. AsUser, $"--datadir={data}", TemporaryIn(folder), $"--port={port}", "--bind-address=127.0.0.1", "--socket=mysql.sock",
            "--pid-file=mysql.pid", $"--init-file={script}", $"--log-error={ServiceFolder.Log(folder)}", .. _small,
        ];
    }

    // A server refuses to run as root unless it is told to.
    private static string[] AsUser => Environment.IsPrivilegedProcess ? ["--user=root"] : [];

    // One that is ended while it works leaves its temporary tables: they go with its folder.
    private static string TemporaryIn(string folder) => $"--tmpdir={folder}";

    // The one script for both ways of starting; only the address's own user and password take the place of the defaults.
    private static string Script(Service service) => File.ReadAllText(ServiceFolder.Data("mysql", "workshop.sql"))
        .Replace("'workshop'@", $"'{service.User}'@", StringComparison.Ordinal)
        .Replace("'teach-pw'", $"'{service.Password}'", StringComparison.Ordinal);

    private static async Task InstallAsync(string data, string folder, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        string[] command = Installer is null
            ? [Program!, "--no-defaults", "--initialize-insecure", .. AsUser, $"--datadir={data}", TemporaryIn(folder)]
            : [Installer, "--no-defaults", .. AsUser, $"--datadir={data}", TemporaryIn(folder), "--auth-root-authentication-method=socket", "--skip-test-db", "--skip-name-resolve", "--innodb-log-file-size=16M"];
        if (await ChildProcess.RunAsync(OwnersAlone.Command(command), variables, cancellationToken) is not (0, _) and var result)
        {
            await File.WriteAllTextAsync(ServiceFolder.Log(folder), result?.Output, cancellationToken);
            throw new ServiceException(ServiceWords.NoDataFolder(Path.GetFileName(command[0]), ServiceFolder.LastWords(folder)));
        }
    }
}
