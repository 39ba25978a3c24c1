using System.Diagnostics;
using AsyncBook.IO;

namespace AsyncBook.Tests.IO;

/// <summary>What is no regular file is written to or refused, and never replaced.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_device_takes_the_report_and_stays_a_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "needs root, which alone could replace a device");
        // Inside a user namespace, such as that of a room without a network, root is not root enough.
        Assert.SkipUnless(await AsyncBookProcess.RunProgramAsync(_folder.Path, "mknod", [_folder["null"], "c", "1", "3"], TimeSpan.FromMinutes(1)) is (0, _, _), "needs a root that may make a device");
        File.CreateSymbolicLink(_folder["link"], _folder["null"]);
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "1")), "a.ipynb");

        Assert.Equal(0, (await AsyncBookInProcess.RunAsync("run", _folder["a.ipynb"], "--trx", _folder["null"])).ExitCode);
        AtomicFile.Write(_folder["link"], "text");

        Assert.Equal(FileKind.Stream, FileKinds.Of(_folder["null"]));
        Assert.Equal("character special file", (await CommandAsync("stat", "-c", "%F", _folder["null"])).Trim());
        Assert.Equal(_folder["null"], new FileInfo(_folder["link"]).LinkTarget);
        Assert.Equal(3, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public void A_full_device_says_so()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        Assert.Contains("/dev/full", Assert.ThrowsAny<IOException>(() => AtomicFile.Write("/dev/full", "text")).Message, StringComparison.Ordinal);
        Assert.Equal(FileKind.Stream, FileKinds.Of("/dev/full"));
    }

    [Fact]
    public async Task A_pipe_hands_it_to_its_reader_and_stays_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix");
        await CommandAsync("mkfifo", _folder["pipe"]);
        var reading = Task.Run(() => File.ReadAllText(_folder["pipe"]), Token);

        await Task.Run(() => AtomicFile.Write(_folder["pipe"], "你好"), Token);

        Assert.Equal("你好", await reading);
        Assert.Equal(FileKind.Stream, FileKinds.Of(_folder["pipe"]));
    }

    [Fact]
    public async Task A_pipe_that_nobody_reads_from_is_not_waited_for_without_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix");
        await CommandAsync("mkfifo", _folder["pipe"]);
        var error = await Assert.ThrowsAsync<IOException>(() => Task.Run(() => AtomicFile.Write(_folder["pipe"], "text"), Token));
        Assert.Contains("nobody reads from", error.Message, StringComparison.Ordinal);
        // The open that still waits ends with its reader.
        await File.ReadAllTextAsync(_folder["pipe"], Token);
    }

    [Fact]
    public void A_folder_is_refused_and_what_is_in_it_stays()
    {
        _folder.Write("report/inside.txt", "text");
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => AtomicFile.Write(_folder["report"], "text")).Message, StringComparison.Ordinal);
        Assert.Equal("text", File.ReadAllText(_folder["report/inside.txt"]));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("--trx", "run", "a.ipynb")]
    [InlineData("--out", "bundle")]
    public async Task What_the_command_did_not_write_itself_it_does_not_replace(string option, params string[] command)
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "1")), "a.ipynb");
        _folder.Write("notes.txt", "mine");
        _folder.Write("folder/inside.txt", "mine");
        File.CreateSymbolicLink(_folder["link"], _folder["a.ipynb"]);
        var before = Read("a.ipynb");
        string[] arguments = [command[0], .. command.Skip(1).Select(path => _folder[path]), option];
        foreach (var (place, why) in new[] { ("a.ipynb", "none that this command wrote"), ("link", "none that this command wrote"), ("notes.txt", "none that this command wrote"), ("folder", "is a folder") })
        {
            var (exitCode, output, errors) = await AsyncBookInProcess.RunAsync([.. arguments, _folder[place]]);
            Assert.Equal((2, ""), (exitCode, output));
            Assert.Contains(why, errors, StringComparison.Ordinal);
        }

        Assert.Equal((before, "mine"), (Read("a.ipynb"), Read("notes.txt")));
        Assert.Equal(4, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public async Task A_report_takes_the_place_of_an_earlier_one_and_of_an_empty_file()
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "1")), "a.ipynb");
        _folder.Write("run.trx", "");
        Assert.Equal(0, (await AsyncBookInProcess.RunAsync("run", _folder["a.ipynb"], "--trx", _folder["run.trx"])).ExitCode);
        var first = Read("run.trx");
        Assert.Equal(0, (await AsyncBookInProcess.RunAsync("run", _folder["a.ipynb"], "--trx", _folder["run.trx"])).ExitCode);
        Assert.NotEqual(first, Read("run.trx"));
    }

    [Fact]
    public async Task A_bundle_is_no_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix");
        await CommandAsync("mkfifo", _folder["pipe"]);
        Assert.Equal(2, (await AsyncBookInProcess.RunAsync("bundle", "--out", _folder["pipe"])).ExitCode);
        Assert.Equal(FileKind.Stream, FileKinds.Of(_folder["pipe"]));
    }

    [Fact]
    public async Task A_link_that_is_named_from_where_one_stands_leads_to_the_file_that_is_meant()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix");
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "1 + 1")), "real/a.ipynb");
        File.CreateSymbolicLink(_folder["link.ipynb"], "real/a.ipynb");
        File.CreateSymbolicLink(_folder["link.trx"], "real/new.trx");
        var (exitCode, _, errors) = await AsyncBookProcess.RunAsync(_folder.Path, ["run", "link.ipynb", "--save", "--trx", "link.trx"]);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("execute_result", Read("real/a.ipynb"), StringComparison.Ordinal);
        Assert.Contains("<TestRun", Read("real/new.trx"), StringComparison.Ordinal);
        Assert.Equal(("real/a.ipynb", "real/new.trx"), (new FileInfo(_folder["link.ipynb"]).LinkTarget, new FileInfo(_folder["link.trx"]).LinkTarget));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_link_stays_a_link_to_the_file_that_is_written(bool exists)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix");
        if (exists)
        {
            _folder.Write("file", "old");
        }

        File.CreateSymbolicLink(_folder["link"], "file");
        AtomicFile.Write(_folder["link"], "new");
        Assert.Equal("file", new FileInfo(_folder["link"]).LinkTarget);
        Assert.Equal("new", File.ReadAllText(_folder["file"]));
    }

    private string Read(string file) => File.ReadAllText(_folder[file]);

    private static async Task<string> CommandAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
