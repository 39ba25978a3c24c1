using System.Diagnostics;

namespace AsyncBook.Tests.Faults;

/// <summary>A cell that takes what there is: the run says so in one line, and the next notebook has its turn.</summary>
[Trait("speed", "slow")]
public sealed class GreedyCellTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("var all = new List<byte[]>(); while (true) { var more = new byte[1 << 20]; Array.Fill(more, (byte)1); all.Add(more); }")]
    [InlineData("await Task.Run(async () => { var all = new List<string>(); while (true) { all.Add(new string('x', 10_000)); await Task.Yield(); } });")]
    [InlineData("new byte[2_000_000_000]")]
    public async Task One_that_wants_more_memory_than_the_limit_fails_with_the_limit_named(string source)
    {
        var (exitCode, output) = await RunAsync(source, ("ASYNCBOOK_MEMORY", "200"));
        Assert.Equal(1, exitCode);
        Assert.Contains("failed a.ipynb greedy: cell greedy needed more than 200 MB of memory (ASYNCBOOK_MEMORY sets the limit)", output, StringComparison.Ordinal);
        Assert.Contains("1 notebooks passed, 1 failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_holds_on_the_real_kernel_too()
    {
        await RestoredTool.IsHereAsync();
        var (exitCode, output) = await RunAsync("var all = new List<byte[]>(); while (true) { var more = new byte[1 << 20]; Array.Fill(more, (byte)1); all.Add(more); }", [("ASYNCBOOK_MEMORY", "300")], "--kernel", "interactive");
        Assert.Equal(1, exitCode);
        Assert.Contains("cell greedy needed more than 300 MB of memory", output, StringComparison.Ordinal);
        Assert.Contains("1 notebooks passed, 1 failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_gigabyte_is_allowed_where_nothing_else_is_said()
    {
        var (exitCode, output) = await RunAsync("var much = new byte[512 << 20]; Array.Fill(much, (byte)1); much.Length");
        Assert.True(exitCode == 0, output);
    }

    [Theory]
    [InlineData("much")]
    [InlineData("1")]
    [InlineData("-5")]
    public async Task A_limit_that_is_none_is_refused_with_what_to_write(string limit)
    {
        var (exitCode, output) = await RunAsync("1", ("ASYNCBOOK_MEMORY", limit));
        Assert.Equal(1, exitCode);
        Assert.Contains($"ASYNCBOOK_MEMORY is \"{limit}\": write how many megabytes cells may use, 128 or more", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_prints_half_a_gigabyte_is_ended_and_its_report_stays_short()
    {
        var (exitCode, output) = await RunAsync("var line = new string('x', 1000); for (var i = 0; i < 500_000; i++) Console.WriteLine(line);");
        Assert.Equal(1, exitCode);
        Assert.Contains("failed a.ipynb greedy: it printed and showed more than 64 million characters, so its kernel was ended", output, StringComparison.Ordinal);
        Assert.Contains("1 notebooks passed, 1 failed", output, StringComparison.Ordinal);
        Assert.True(output.Length < 500_000, $"{output.Length} characters were said of it");
    }

    [Theory]
    [InlineData("for (var one = 0; one < 3; one++) new Microsoft.Win32.SafeHandles.SafeFileHandle((IntPtr)one, true).Dispose(); Console.In.Close(); Console.Out.Close(); Console.WriteLine(\"closed\");", null)]
    [InlineData("for (var one = 0; one < 400; one++) try { new Microsoft.Win32.SafeHandles.SafeFileHandle((IntPtr)one, true).Dispose(); } catch (System.IO.IOException) { }", "the kernel ended with exit code")]
    public async Task One_that_closes_what_its_kernel_is_spoken_to_through_harms_itself_at_most(string source, string? reason)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "closes descriptors as Linux numbers them");
        var (exitCode, output) = await RunAsync(source);
        Assert.Equal(reason is null ? 0 : 1, exitCode);
        Assert.Contains(reason ?? "2 notebooks passed", output, StringComparison.Ordinal);
        Assert.Contains(reason is null ? "2 notebooks passed" : "1 notebooks passed, 1 failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_children_that_hold_its_output_open_do_not_hold_up_the_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks at processes as Linux shows them");
        var seconds = $"{System.Security.Cryptography.RandomNumberGenerator.GetInt32(100_000, 999_999)}";
        var (exitCode, output) = await RunAsync($"for (var i = 0; i < 200; i++) System.Diagnostics.Process.Start(i % 2 == 0 ? \"sleep\" : \"setsid\", i % 2 == 0 ? \"{seconds}\" : \"sleep {seconds}\");");
        Assert.True(exitCode == 0, output);
        Assert.Empty(ProcessTable.Of($"sleep\0{seconds}\0"));
    }

    [Fact]
    public async Task One_that_fills_the_disk_costs_no_byte_of_any_notebook_and_the_next_one_is_stored()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "makes a small disk of its own as Linux does it");
        Write("small/a.ipynb", "greedy", "try { using var file = System.IO.File.Create(\"hog\"); while (true) file.Write(new byte[4096]); } catch (System.IO.IOException e) { Console.WriteLine(e.Message); }");
        Write("small/full.ipynb", "full", "System.IO.File.WriteAllBytes(\"more\", new byte[100_000]);");
        Write("b.ipynb", "next", "Console.WriteLine(\"next\");");
        // A room of its own, where mounting needs no rights: what is mounted goes with it.
        var script = _folder.Write("room.sh",
            $"""
            mkdir disk && mount -t tmpfs -o size=200k tmpfs disk && cp small/*.ipynb disk || exit 90
            dotnet '{Path.Combine(AppContext.BaseDirectory, "asyncbook.dll")}' run --save --jobs 1 disk/a.ipynb b.ipynb disk/full.ipynb
            echo "exit code $?"
            cmp disk/a.ipynb small/a.ipynb && cmp disk/full.ipynb small/full.ipynb && echo "all bytes"
            ls -A disk | grep '^[.]' || echo "no neighbours"
            """);
        var (exitCode, output, errors) = await AsyncBookProcess.RunProgramAsync(_folder.Path, "unshare", ["-rm", "sh", script], TimeSpan.FromMinutes(3));
        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("exit code 1", output, StringComparison.Ordinal);
        Assert.Contains("all bytes", output, StringComparison.Ordinal);
        Assert.EndsWith("no neighbours", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("disk/a.ipynb: cannot be saved: No space left on device", errors, StringComparison.Ordinal);
        Assert.Contains("failed full.ipynb full: System.IO.IOException: No space left on device", output, StringComparison.Ordinal);
        Assert.Contains("\"next\\n\"", await File.ReadAllTextAsync(_folder["b.ipynb"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output)> RunAsync(string source, params (string Name, string Value)[] environment) => RunAsync(source, environment, []);

    private async Task<(int ExitCode, string Output)> RunAsync(string source, (string Name, string Value)[] environment, params string[] options)
    {
        Write("a.ipynb", "greedy", source);
        Write("b.ipynb", "modest", "Console.WriteLine(\"modest\");");
        var clock = Stopwatch.StartNew();
        var (exitCode, output, errors) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "a.ipynb", "b.ipynb", .. options], environment);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1.5), $"it took {clock.Elapsed}: {output}{errors}");
        return (exitCode, string.Join(' ', (output + errors).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private void Write(string name, string id, string source) => SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code(id, source)), name);
}
