using System.Text.RegularExpressions;
using AsyncBook.IO;

namespace AsyncBook.Tests.Commands;

public sealed partial class OverviewTests
{
    [Fact]
    public async Task Alone_it_shows_what_it_can_do_with_commands_that_work_here()
    {
        var (exitCode, output, errors) = await AsyncBookProcess.RunAsync(Repository.Root, []);
        Assert.Equal((0, ""), (exitCode, errors));
        var commands = Command().Matches(output).Select(found => found.Groups["arguments"].Value.Trim()).ToList();
        Assert.True(commands.Count >= 6, output);
        foreach (var command in commands)
        {
            var (parses, _, said) = await AsyncBookProcess.RunAsync(Repository.Root, [.. command.Split(' '), "--help"]);
            Assert.True(parses == 0, $"{command}: {said}");
        }
    }

    [Theory]
    [InlineData("book", "--out", "")]
    [InlineData("export", "x.ipynb", "--out", "")]
    [InlineData("run", "")]
    [InlineData("serve", "")]
    public async Task A_variable_without_a_value_is_no_file_and_no_folder(params string[] arguments)
    {
        var (exitCode, output, errors) = await AsyncBookInProcess.RunAsync(arguments);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("an argument is empty", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services", "up", "--format", "bash")]
    [InlineData("run", "--kernel", "bash")]
    public async Task A_word_that_is_none_of_an_options_is_refused_with_those_that_are_and_the_right_help(params string[] arguments)
    {
        var (exitCode, _, errors) = await AsyncBookProcess.RunAsync(Repository.Root, arguments);
        Assert.Equal(2, exitCode);
        Assert.DoesNotContain("AsyncBook.", errors, StringComparison.Ordinal);
        Assert.Contains($"'bash' is none of {arguments[^2]}'s values: ", errors, StringComparison.Ordinal);
        Assert.EndsWith($"-- {string.Join(' ', arguments[..^2])} --help", errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/r", "/r/bin", "/usr/bin/dotnet", "dotnet run --project src/AsyncBook -- run")]
    [InlineData("/r/notebooks", "/r/bin", "/usr/bin/dotnet", "dotnet run --project ../src/AsyncBook -- run")]
    [InlineData("/elsewhere", "/r/bin", "/usr/bin/dotnet", "dotnet run --project /r/src/AsyncBook -- run")]
    [InlineData("/elsewhere", "/opt/asyncbook", "/usr/bin/dotnet", "dotnet /opt/asyncbook/asyncbook.dll run")]
    [InlineData("/elsewhere", "/opt/asyncbook", "/opt/asyncbook/asyncbook", "/opt/asyncbook/asyncbook run")]
    public void Advice_is_a_command_that_works_where_it_is_read(string here, string program, string process, string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the paths are those of other systems");
        using var folder = new TemporaryFolder();
        folder.Write("r/src/AsyncBook/AsyncBook.csproj", "");
        Directory.CreateDirectory(folder["r/bin"]);
        string In(string path) => folder.Path + path;
        var expected = command.Replace(" /", " " + folder.Path + "/", StringComparison.Ordinal);
        Assert.Equal(command[0] == '/' ? folder.Path + expected : expected, OwnCommand.With("run", In(here), In(program), process == "/usr/bin/dotnet" ? process : In(process)));
    }

    [GeneratedRegex("(?m)^  dotnet run --project src/AsyncBook -- (?<arguments>.*)$")]
    private static partial Regex Command();
}
