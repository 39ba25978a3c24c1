using System.Text.RegularExpressions;

namespace AsyncBook.Tests.Faults;

/// <summary>After one run with a network, everything goes on without: only loopback answers.</summary>
[Trait("speed", "slow")]
public sealed partial class OfflineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_command_works_without_a_network_after_one_run_with_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "takes the network away as Linux does it");
        await RestoredTool.IsHereAsync();
        var redis = await File.ReadAllTextAsync(Path.Combine(Repository.Notebooks, "2.1-async-redis.ipynb"), TestContext.Current.CancellationToken);
        var package = Package().Match(redis).Groups["id"].Value;
        SampleNotebook.Write(_folder, SampleNotebook.Of(
            SampleNotebook.Text("title", "# 题"),
            SampleNotebook.Code("package", $"#r \"nuget: {package}\"\nConsole.WriteLine(typeof(StackExchange.Redis.RedisKey).Name);"),
            SampleNotebook.Code("needs", "Console.WriteLine(Environment.GetEnvironmentVariable(\"ASYNCBOOK_REDIS_1\") is not null);", """{"needs": ["redis"]}""")), "notebooks/1.1-a.ipynb");
        var environment = new[] { ("XDG_DATA_HOME", _folder["home"]), ("ASYNCBOOK_REQUIRE", "all"), ("TOOL", Path.Combine(AppContext.BaseDirectory, "asyncbook.dll")) };
        var (exitCode, output, errors) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "--save", "notebooks"], environment);
        Assert.True(exitCode == 0, output + errors);

        var script = _folder.Write("room.sh",
            """
            set -eu
            ip link set lo up
            tool() { echo "== $*"; dotnet "$TOOL" "$@"; }
            tool run --check notebooks
            tool run --kernel interactive notebooks
            tool trace 'notebooks/1.1-a.ipynb#package'
            tool exercises notebooks
            tool export notebooks/1.1-a.ipynb --out export
            tool book notebooks --out book
            tool doctor | tail -n 3 || true
            tool services up >/dev/null
            tool services down
            dotnet "$TOOL" serve notebooks/1.1-a.ipynb --no-browser >serve.txt &
            for second in $(seq 60); do [ -s serve.txt ] && break; sleep 1; done
            address=$(sed -n 's,.*http://127.0.0.1:\([0-9]*\)\(/[^ ]*\).*,\1 \2,p' serve.txt | head -n 1)
            port=${address% *} path=${address#* }
            ask() { exec 3<>"/dev/tcp/127.0.0.1/$port"; printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nCookie: %s\r\nConnection: close\r\n\r\n' "$1" "$port" "$2" >&3; cat <&3; }
            cookie=$(ask "$path" none | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\);.*/\1/p')
            ask /1.1-a.html "$cookie" | grep -c 'data-cell="package"'
            kill -TERM $!
            wait $! || true
            echo "== served"
            """);
        var room = await AsyncBookProcess.RunProgramAsync(_folder.Path, "unshare", ["-rn", "bash", script], TimeSpan.FromMinutes(5), environment);
        Assert.True(room.ExitCode == 0, room.Output + room.Errors);
        Assert.EndsWith("== served", room.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(room.Output, "1 notebooks passed, 0 failed, 0 skipped"));
        Assert.True(File.Exists(_folder["book/1.1-a.html"]) && File.Exists(_folder["export/1.1-a.cs"]));
    }

    [GeneratedRegex("nuget: (?<id>StackExchange\\.Redis, \\[[^\\]]*\\])")]
    private static partial Regex Package();
}
