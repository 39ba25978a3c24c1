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
    public void It_is_no_root_and_brings_what_VS_Code_recommends_and_sets_without_a_container()
    {
        var code = _file.GetProperty("customizations").GetProperty("vscode");
        var (settings, extensions) = (VsCode("settings.json"), VsCode("extensions.json"));

        Assert.Equal("vscode", _file.GetProperty("remoteUser").GetString());
        Assert.True(JsonElement.DeepEquals(settings, code.GetProperty("settings")), "the settings are not those of .vscode/settings.json");
        Assert.True(JsonElement.DeepEquals(extensions.GetProperty("recommendations"), code.GetProperty("extensions")), "the extensions are not those of .vscode/extensions.json");
        Assert.Equal("[\"ms-toolsai.jupyter\"]", code.GetProperty("extensions").GetRawText());
        Assert.Equal("[\"ms-dotnettools.dotnet-interactive-vscode\"]", extensions.GetProperty("unwantedRecommendations").GetRawText());
    }

    [Fact]
    public void Chinese_in_code_is_not_boxed()
    {
        var settings = VsCode("settings.json");
        Assert.True(settings.GetProperty("editor.unicodeHighlight.allowedLocales").GetProperty("zh-hans").GetBoolean());
        Assert.False(settings.GetProperty("editor.unicodeHighlight.ambiguousCharacters").GetBoolean());
    }

    [Fact]
    public async Task After_it_is_made_the_kernel_is_installed_Polyglot_Notebooks_finds_its_manifest_and_the_doctor_speaks_last()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the container is Linux");
        using var home = new TemporaryFolder();
        var (fresh, beside, inside) = (Storage(".vscode-server"), Storage(".vscode-server-insiders"), Storage(".vscode-remote"));
        home.Write($"{beside}/dotnet-tools.json", "its own");
        home.Write($"{inside}/.config/dotnet-tools.json", "its own");
        var script = _file.GetProperty("postCreateCommand").GetString()!;

        var result = await ChildProcess.RunAsync(
            ["env", $"HOME={home.Path}", "bash", "-c", $"dotnet() {{ echo dotnet \"$@\"; }}; export -f dotnet; cd '{Repository.Root}' && {script}"],
            TestContext.Current.CancellationToken);

        Assert.Equal(0, result!.Value.ExitCode);
        Assert.Equal(
            [
                "dotnet tool restore",
                $"dotnet tool run dotnet-interactive -- jupyter install --path {home[".local/share/jupyter/kernels"]}",
                "dotnet build",
                "dotnet run --no-build --project src/AsyncBook -- doctor",
            ],
            result.Value.Output.Split('\n'));
        Assert.True(Directory.Exists(home[".local/share/jupyter/kernels"]));
        Assert.Equal("{\"version\":1,\"isRoot\":true,\"tools\":{}}", Text(fresh).Replace(" ", "", StringComparison.Ordinal).Trim());
        Assert.Equal("its own", Text(beside));
        Assert.Equal("its own", Text(inside));
        Assert.All(new[] { fresh, beside, inside }, storage => Assert.False(File.Exists(home[$"{storage}/dotnet-tools.json"])));

        string Text(string storage) => File.ReadAllText(home[$"{storage}/.config/dotnet-tools.json"]);
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

    private static string Storage(string server) => $"{server}/data/User/globalStorage/ms-dotnettools.dotnet-interactive-vscode";

    private static JsonElement VsCode(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".vscode", name))).RootElement;
}
