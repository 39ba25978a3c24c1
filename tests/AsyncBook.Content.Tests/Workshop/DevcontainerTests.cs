using System.Text.Json;
using AsyncBook.IO;

namespace AsyncBook.Content.Tests.Workshop;

/// <summary>.devcontainer: its schema is in no package, so its own reader reads it, and the rest is looked at here.</summary>
public sealed class DevcontainerTests
{
    private static readonly JsonElement _file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".devcontainer", "devcontainer.json"))).RootElement;

    [Fact]
    public async Task Its_own_reader_accepts_it()
    {
        var reader = CiTools.Find("@devcontainers", "cli", "devcontainer.js");
        Assert.SkipWhen(ProgramFinder.Find("node") is null || !File.Exists("/bin/true"), "needs node, and /bin/true in the place of a Docker engine");
        // It asks Docker for running containers first: /bin/true answers that there are none.
        var result = await ChildProcess.RunAsync(
            ["node", reader, "read-configuration", "--workspace-folder", Repository.Root, "--docker-path", "/bin/true", "--docker-compose-path", "/bin/true"],
            TestContext.Current.CancellationToken);
        Assert.Equal(0, result!.Value.ExitCode);
        Assert.Contains("\"service\":\"workshop\"", result.Value.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_files_and_a_service_that_exist()
    {
        var folder = Path.Combine(Repository.Root, ".devcontainer");
        var files = _file.GetProperty("dockerComposeFile").EnumerateArray().Select(file => Path.GetFullPath(Path.Combine(folder, file.GetString()!))).ToList();
        Assert.All(files, file => Assert.True(File.Exists(file), file));
        var workshop = Compose.Read(".devcontainer", "docker-compose.yml")["services"]![_file.GetProperty("service").GetString()!]!;
        // Compose takes paths from the folder of the first file, which is the repository.
        Assert.Equal(Repository.Root, Path.GetDirectoryName(files[0]));
        Assert.Equal(".", workshop["build"]!["context"]!.ToString());
        Assert.True(File.Exists(Path.Combine(Repository.Root, workshop["build"]!["dockerfile"]!.ToString())));
        Assert.EndsWith($":{_file.GetProperty("workspaceFolder").GetString()}:cached", Compose.Texts(workshop["volumes"]).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_waits_for_all_four_servers_and_tells_the_notebooks_where_they_are()
    {
        var workshop = Compose.Read(".devcontainer", "docker-compose.yml")["services"]!["workshop"]!;
        var servers = Compose.Read("docker-compose.yml")["services"]!.AsObject().Select(service => service.Key).ToList();
        Assert.Equal(servers, workshop["depends_on"]!.AsObject().Select(service => service.Key));
        Assert.All(workshop["depends_on"]!.AsObject(), service => Assert.Equal("service_healthy", service.Value!["condition"]!.ToString()));
        foreach (var service in global::Services.All)
        {
            var address = new Uri(workshop["environment"]![service.Variable]!.ToString().Replace("${REDIS_1_PASSWORD:-teach-pw-1}", "teach-pw-1", StringComparison.Ordinal)
                .Replace("${REDIS_2_PASSWORD:-teach-pw-2}", "teach-pw-2", StringComparison.Ordinal));
            Assert.Equal((service.Name, service.Address.Scheme == "redis" ? 6379 : 3306), (address.Host, address.Port));
        }
    }

    [Fact]
    public void It_is_no_root_brings_the_extensions_and_ends_with_the_doctor()
    {
        Assert.Equal("vscode", _file.GetProperty("remoteUser").GetString());
        Assert.Equal(["ms-dotnettools.dotnet-interactive-vscode", "ms-toolsai.jupyter"],
            _file.GetProperty("customizations").GetProperty("vscode").GetProperty("extensions").EnumerateArray().Select(name => name.GetString()));
        Assert.EndsWith("src/AsyncBook -- doctor", _file.GetProperty("postCreateCommand").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_image_is_the_pinned_one_without_the_stale_list_and_with_every_package_restored()
    {
        var image = File.ReadAllText(Path.Combine(Repository.Root, ".devcontainer", "Dockerfile"));
        Assert.StartsWith("FROM mcr.microsoft.com/devcontainers/dotnet:2-10.0-noble\n", image, StringComparison.Ordinal);
        Assert.Contains("rm -f /etc/apt/sources.list.d/yarn.list", image, StringComparison.Ordinal);
        Assert.Contains("jupyterlab==", image, StringComparison.Ordinal);
        Assert.Contains("dotnet add pins package", image, StringComparison.Ordinal);
        Assert.Contains("\"1.0.712001\"", File.ReadAllText(Path.Combine(Repository.Root, ".config", "dotnet-tools.json")), StringComparison.Ordinal);
    }
}
