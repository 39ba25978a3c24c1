using AsyncBook.Exporting;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Faults;

/// <summary>Source that the compiler would read for hours is refused by `export`, with the way out.</summary>
public sealed class DeepSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[")]
    [InlineData("$\"{")]
    [InlineData("f(")]
    [InlineData("new[] { (")]
    public async Task Brackets_that_stand_far_too_deep_name_file_cell_and_what_to_do(string open)
    {
        var path = Write(string.Concat(Enumerable.Repeat(open, 5000)));
        var (exitCode, output, errors) = await AsyncBookInProcess.RunAsync("export", path, "--out", _folder["out"]);
        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.Equal($"{path}, cell deep: its brackets stand more than 500 deep in one another; close them, or split the cell", errors.TrimEnd());
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task Many_brackets_one_after_the_other_are_none_too_deep()
    {
        var path = Write(string.Concat(Enumerable.Repeat("Console.WriteLine(new[] { (1, 2) }[0]); // :) ]\n", 1000)));
        Assert.Equal(0, (await AsyncBookInProcess.RunAsync("export", path, "--out", _folder["out"])).ExitCode);
    }

    [Fact]
    public void A_cell_that_takes_the_compiler_too_long_is_named()
    {
        var path = Write(string.Concat(Enumerable.Repeat("a<", 8000)));
        var fault = Assert.Throws<FormatException>(() => new ExportedNotebook(Notebook.Load(path), TimeSpan.FromMilliseconds(1)));
        Assert.Equal($"{path}, cell deep: the compiler has not read it within 0.001 s; make it shorter, or split it", fault.Message);
    }

    private string Write(string source) => SampleNotebook.Write(_folder, SampleNotebook.Of(SampleNotebook.Code("deep", source)), "n.ipynb");
}
