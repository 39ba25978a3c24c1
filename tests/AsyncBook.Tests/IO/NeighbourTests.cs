using System.Diagnostics;
using System.Globalization;
using AsyncBook.IO;

namespace AsyncBook.Tests.IO;

public sealed class NeighbourTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_killed_save_has_left_is_swept_by_the_next_run()
    {
        SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("a", "1")), "n.ipynb");
        var (left, older) = (Left("n.ipynb", EndedProcess()), _folder.Write(".n.ipynb.abcd1234.xyz", "half"));
        File.SetLastWriteTimeUtc(older, DateTime.UtcNow.AddMinutes(-5));

        Assert.Equal(0, (await AsyncBookInProcess.RunAsync("run", _folder["n.ipynb"])).ExitCode);

        Assert.False(File.Exists(left));
        Assert.False(File.Exists(older));
    }

    [Fact]
    public void What_somebody_is_writing_and_what_is_no_neighbour_stays()
    {
        string[] stay =
        [
            Left("n.ipynb", Environment.ProcessId), Left("other.ipynb", EndedProcess()),
            _folder.Write(".n.ipynb.notes.txt", "mine"), _folder.Write(".n.ipynb", "mine"), _folder.Write("n.ipynb.abcd1234.xyz", "mine"), _folder.Write(".n.ipynb.abcd1234.new", "half"),
        ];
        AtomicFile.Write(_folder["n.ipynb"], "text");
        Assert.All(stay, path => Assert.True(File.Exists(path), path));
    }

    private static int EndedProcess()
    {
        using var process = Process.Start("dotnet", ["--version"]);
        process.WaitForExit();
        return process.Id;
    }

    private string Left(string file, int process) =>
        _folder.Write(string.Create(CultureInfo.InvariantCulture, $".{file}.{process}-abcd1234.xyz"), "half");
}
