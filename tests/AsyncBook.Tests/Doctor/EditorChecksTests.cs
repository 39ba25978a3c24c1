using AsyncBook.Doctor;
using AsyncBook.IO;

namespace AsyncBook.Tests.Doctor;

/// <summary>Editors' folders in homes made up for each system.</summary>
public sealed class EditorChecksTests : IDisposable
{
    private const string Storage = "globalStorage/ms-dotnettools.dotnet-interactive-vscode";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Linux", ".config/Code/User")]
    [InlineData("Linux", ".config/Code - Insiders/User")]
    [InlineData("Linux", ".config/VSCodium/User")]
    [InlineData("Linux", ".config/Code/User/profiles/-1a2b3c")]
    [InlineData("Linux", ".var/app/com.visualstudio.code/config/Code/User")]
    [InlineData("Linux", ".vscode-server/data/User")]
    [InlineData("Linux", ".vscode-server-insiders/data/User")]
    [InlineData("Linux", ".vscode-remote/data/User")]
    [InlineData("Linux", ".local/share/code-server/User")]
    [InlineData("Linux", "settings/Code/User", "XDG_CONFIG_HOME", "settings")]
    [InlineData("Linux", "data/code-server/User", "XDG_DATA_HOME", "data")]
    [InlineData("Linux", "usb/user-data/User", "VSCODE_PORTABLE", "usb")]
    [InlineData("Linux", "agent/data/User", "VSCODE_AGENT_FOLDER", "agent")]
    [InlineData("MacOs", "Library/Application Support/Code/User")]
    [InlineData("MacOs", "Library/Application Support/VSCodium - Insiders/User")]
    [InlineData("MacOs", ".vscode-server/data/User")]
    [InlineData("Windows", "AppData/Roaming/Code/User")]
    [InlineData("Windows", "roaming/Code - Insiders/User", "APPDATA", "roaming")]
    [InlineData("Windows", ".vscode-server/data/User")]
    public void A_manifest_beside_its_folder_is_found_wherever_an_editor_keeps_it(string system, string user, string? variable = null, string? value = null)
    {
        var manifest = _folder.Write($"{user}/{Storage}/dotnet-tools.json", "{}");

        var found = EditorChecks.Polyglot(Home(system, variable, value));

        Assert.Equal("Broken", found.State.ToString());
        Assert.Contains("10.0.102", found.Detail, StringComparison.Ordinal);
        Assert.Contains(manifest, found.Remedy, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(Path.GetDirectoryName(manifest)!, ".config"), found.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Linux", "Library/Application Support/Code/User")]
    [InlineData("MacOs", ".config/Code/User")]
    [InlineData("Windows", ".config/Code/User")]
    public void Another_systems_folder_is_not_looked_into(string system, string user)
    {
        _folder.Write($"{user}/{Storage}/dotnet-tools.json", "{}");

        var found = EditorChecks.Polyglot(Home(system));

        Assert.Equal(("Ok", ""), (found.State.ToString(), found.Remedy));
        Assert.Contains("not used here", found.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dotnet-tools.json", ".config/dotnet-tools.json")]
    [InlineData(".config/dotnet-tools.json")]
    [InlineData("something-else.txt")]
    public void A_manifest_where_the_extension_looks_is_well(params string[] files)
    {
        foreach (var file in files)
        {
            _folder.Write($".config/Code/User/{Storage}/{file}", "{}");
        }

        var found = EditorChecks.Polyglot(Home("Linux"));

        Assert.Equal(("Ok", ""), (found.State.ToString(), found.Remedy));
        Assert.Contains($"{_folder.Path}/.config/Code/User/{Storage}", found.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_mend_every_place_when_they_are_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "these commands are for sh");
        string[] places = [$".config/Code - Insiders/User/{Storage}", $".vscode-server/data/User/profiles/it's mine/{Storage}"];
        foreach (var place in places)
        {
            _folder.Write($"{place}/dotnet-tools.json", "manifest");
        }

        var home = Home("Linux");
        var result = await ChildProcess.RunAsync(["sh", "-c", EditorChecks.Polyglot(home).Remedy], TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), result);
        Assert.All(places, place => Assert.Equal("manifest", File.ReadAllText(_folder[$"{place}/.config/dotnet-tools.json"])));
        Assert.Equal("Ok", EditorChecks.Polyglot(home).State.ToString());
    }

    [Fact]
    public void On_Windows_the_command_is_for_cmd_and_PowerShell_alike()
    {
        var folder = _folder[$"o'brien/Code/User/{Storage}"];
        _folder.Write($"o'brien/Code/User/{Storage}/dotnet-tools.json", "{}");
        var quoted = folder.Replace("'", "''", StringComparison.Ordinal);

        Assert.Equal(
            $"powershell -NoProfile -Command \"New-Item -ItemType Directory -Force '{Path.Combine(quoted, ".config")}' | Out-Null; "
            + $"Move-Item '{Path.Combine(quoted, "dotnet-tools.json")}' '{Path.Combine(quoted, ".config")}'\"",
            EditorChecks.Polyglot(Home("Windows", "APPDATA", "o'brien")).Remedy);
    }

    [Theory]
    [InlineData("Linux", ".local/share/jupyter")]
    [InlineData("Linux", "data/jupyter", "XDG_DATA_HOME", "data")]
    [InlineData("MacOs", "Library/Jupyter")]
    [InlineData("Windows", "roaming/jupyter", "APPDATA", "roaming")]
    public void A_kernel_that_is_not_installed_comes_with_all_the_commands_in_order(string system, string jupyter, string? variable = null, string? value = null)
    {
        var home = Home(system, variable, value);
        var kernels = _folder[$"{jupyter}/kernels"];

        var found = EditorChecks.JupyterKernel(home);
        var commands = found.Remedy.Split('\n');

        Assert.Equal("Optional", found.State.ToString());
        Assert.Equal(3, commands.Length);
        Assert.Contains(kernels, commands[0], StringComparison.Ordinal);
        Assert.Equal("dotnet tool restore", commands[1]);
        Assert.StartsWith("dotnet tool run dotnet-interactive -- jupyter install --path ", commands[2], StringComparison.Ordinal);
        Assert.Contains(kernels, commands[2], StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(kernels, ".net-csharp"));
        Assert.Equal("Ok", EditorChecks.JupyterKernel(home).State.ToString());
    }

    [Fact]
    public async Task The_doctor_prints_the_command_whole_below_its_table_and_still_says_ready()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a home of its own is a variable here");
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "1")), "notebooks/a.ipynb");
        var place = $".vscode-server/data/User/{Storage}";
        _folder.Write($"{place}/dotnet-tools.json", "{}");

        var (_, output, _) = await AsyncBookProcess.RunAsync(
            _folder.Path, ["doctor"], ("HOME", _folder.Path), ("XDG_CONFIG_HOME", ""), ("XDG_DATA_HOME", ""), ("DOTNET_CLI_HOME", _folder.Path));

        Assert.Matches(@"broken +Polyglot +Notebooks|broken +Polyglot Notebooks", output.ReplaceLineEndings(" "));
        Assert.Contains($"\nmkdir -p '{_folder[place]}/.config' && mv '{_folder[place]}/dotnet-tools.json' '{_folder[place]}/.config'\n", output, StringComparison.Ordinal);
    }

    private LearnersHome Home(string system, string? variable = null, string? value = null) =>
        new(Enum.Parse<HomeSystem>(system), _folder.Path, name => name == variable ? _folder[value!] : null);
}
