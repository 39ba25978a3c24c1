using System.IO.Compression;

namespace AsyncBook.Tests.Commands;

/// <summary>A room without a network: the bundle, unpacked under a fresh home where nothing but loopback answers.</summary>
public sealed class BundleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("speed", "slow")]
    public async Task What_it_holds_sets_up_and_runs_without_a_network()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "takes the network away as Linux does it");
        var (exitCode, output, errors) = await AsyncBookProcess.RunProgramAsync(
            Repository.Root, "dotnet", [Path.Combine(AppContext.BaseDirectory, "asyncbook.dll"), "bundle", "--out", _folder["bundle.zip"]], TimeSpan.FromMinutes(10));
        Assert.True(exitCode == 0, errors);
        Assert.True(new FileInfo(_folder["bundle.zip"]).Length < 250_000_000, output);
        await ZipFile.ExtractToDirectoryAsync(_folder["bundle.zip"], _folder["stick"], TestContext.Current.CancellationToken);

        var script = _folder.Write("room.sh",
            $"""
            set -eu
            ip link set lo up
            sh '{_folder["stick/asyncbook-offline/setup.sh"]}' '{_folder["home/AsyncBook"]}'
            cd '{_folder["home/AsyncBook"]}'
            tool="dotnet artifacts/bin/AsyncBook/debug/asyncbook.dll"
            $tool run notebooks/1.2-quick-start.ipynb notebooks/2.1-async-redis.ipynb
            $tool run --kernel interactive notebooks/2.1-async-redis.ipynb
            $tool book
            $tool services up
            $tool services down
            dotnet test --max-parallel-test-modules 1 -- --filter-not-trait speed=slow
            """);
        var room = await AsyncBookProcess.RunProgramAsync(
            _folder.Path, "unshare", ["-rn", "sh", script], TimeSpan.FromMinutes(20),
            ("HOME", _folder["home"]), ("DOTNET_CLI_HOME", _folder["home"]), ("NUGET_PACKAGES", ""), ("XDG_DATA_HOME", ""), ("ASYNCBOOK_REQUIRE", "all"));
        Assert.True(room.ExitCode == 0, room.Output + room.Errors);
        Assert.Contains("2 notebooks passed, 0 failed, 0 skipped", room.Output, StringComparison.Ordinal);
        Assert.Contains("1 notebooks passed, 0 failed, 0 skipped", room.Output, StringComparison.Ordinal);
    }
}
