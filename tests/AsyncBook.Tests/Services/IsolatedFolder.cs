using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncBook.Services;

namespace AsyncBook.Tests.Services;

/// <summary>asyncbook where nobody answers at the services' addresses, and with a folder of its own for servers it starts.</summary>
internal sealed class IsolatedFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    /// <summary>Where nobody answers, until a test starts something there: no other test's port.</summary>
    public int Port { get; } = LoopbackPort.Free();

    public (string Name, string Value)[] Environment =>
    [
        ("ASYNCBOOK_REDIS_1", $"redis://:a@127.0.0.1:{Port}"), ("ASYNCBOOK_REDIS_2", $"redis://:b@127.0.0.1:{Port}"),
        ("ASYNCBOOK_MYSQL_1", $"mysql://workshop:a@127.0.0.1:{Port}/workshop"), ("ASYNCBOOK_MYSQL_2", $"mysql://workshop:b@127.0.0.1:{Port}/workshop"),
        ("XDG_DATA_HOME", Home),
    ];

    public string Home => _folder["home"];

    /// <summary>A folder for each start that was not stopped.</summary>
    public IReadOnlyList<string> Starts => Directory.Exists(Root) ? Directory.GetDirectories(Root) : [];

    /// <summary>The servers on record.</summary>
    public IReadOnlyList<StartedService> Servers =>
    [
        .. Starts.Select(start => System.IO.Path.Combine(start, "servers.json")).Where(File.Exists)
            .SelectMany(note => JsonSerializer.Deserialize<ServiceNote>(File.ReadAllText(note))!.Servers),
    ];

    private string Root => System.IO.Path.Combine(Home, "asyncbook", "servers");

    public string this[string name] => _folder[name];

    public void Write(string name, JsonObject notebook) => SampleNotebook.Write(_folder, notebook, name);

    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => RunAsync(Environment, arguments);

    public Task<(int ExitCode, string Output, string Errors)> RunAsync((string, string)[] environment, params string[] arguments) =>
        AsyncBookProcess.RunAsync(Path, arguments, environment);

    /// <summary>A PATH with all that is on this one but some programs.</summary>
    public string PathWithout(params string[] programs)
    {
        var folder = Directory.CreateDirectory(_folder["bin"]).FullName;
        foreach (var program in (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
        {
            var link = System.IO.Path.Combine(folder, System.IO.Path.GetFileName(program));
            if (!programs.Contains(System.IO.Path.GetFileName(program)) && !System.IO.Path.Exists(link))
            {
                File.CreateSymbolicLink(link, program);
            }
        }

        return folder;
    }

    public static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    /// <summary>Also ends what a test that failed has left.</summary>
    public void Dispose()
    {
        foreach (var server in Servers)
        {
            server.Stop();
        }

        _folder.Dispose();
    }
}
