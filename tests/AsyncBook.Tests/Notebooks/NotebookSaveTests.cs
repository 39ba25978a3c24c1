using AsyncBook.IO;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Notebooks;

public sealed class NotebookSaveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public NotebookSaveTests() => _path = _folder.Write("n.ipynb", Samples.Text("outputs.ipynb"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void New_outputs_change_nothing_but_their_cell()
    {
        var notebook = Notebook.Load(_path);
        notebook.Cells[1].ReplaceOutputs([
            new StreamOutput("stdout", "一\n\n二\n"),
            new ErrorOutput("E", "v", ["f"]),
            new ResultOutput(new MimeBundle([new("text/plain", "x"), new("application/json", """{"n":1.0}""")])),
        ]);

        Assert.True(notebook.Save());

        var expected = Samples.Text("outputs.ipynb").Replace("\"outputs\": [],", """
            "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "一\n",
                  "\n",
                  "二\n"
                 ]
                },
                {
                 "ename": "E",
                 "evalue": "v",
                 "output_type": "error",
                 "traceback": [
                  "f"
                 ]
                },
                {
                 "data": {
                  "application/json": {
                   "n": 1.0
                  },
                  "text/plain": [
                   "x"
                  ]
                 },
                 "execution_count": null,
                 "metadata": {},
                 "output_type": "execute_result"
                }
               ],
            """, StringComparison.Ordinal);
        Assert.Equal(expected, File.ReadAllText(_path));
        Assert.Equal([_path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void New_source_changes_nothing_but_its_cell()
    {
        var notebook = Notebook.Load(_path);
        notebook.Cells[1].ReplaceSource("a\nb");

        Assert.True(notebook.Save());

        Assert.Equal(
            Samples.Text("outputs.ipynb")
                .Replace("\"2\"", "[\n    \"a\\n\",\n    \"b\"\n   ]", StringComparison.Ordinal),
            File.ReadAllText(_path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_written_when_nothing_changed_however_the_file_is_laid_out(bool isCompact)
    {
        var text = isCompact
            ? """{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}"""
            : File.ReadAllText(_path);
        File.WriteAllText(_path, text);
        File.SetLastWriteTimeUtc(_path, DateTime.UnixEpoch);

        Assert.False(Notebook.Load(_path).Save());

        Assert.Equal(text, File.ReadAllText(_path));
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(_path));
    }

    [Fact]
    public void A_second_save_writes_nothing_and_a_later_change_is_saved_again()
    {
        var notebook = Notebook.Load(_path);
        notebook.Cells[0].ReplaceOutputs([]);

        Assert.True(notebook.Save());
        Assert.False(notebook.Save());
        notebook.Cells[0].ReplaceSource("3");
        Assert.True(notebook.Save());
    }

    [Fact]
    public void What_an_editor_saved_meanwhile_is_not_overwritten()
    {
        var notebook = Notebook.Load(_path);
        notebook.Cells[0].ReplaceOutputs([]);
        File.WriteAllText(_path, "the editor's");

        var exception = Assert.Throws<NotebookSaveException>(() => notebook.Save());

        Assert.Equal(
            $"{_path}: changed on disk since it was read; nothing was written, run it again", exception.Message);
        Assert.Equal("the editor's", File.ReadAllText(_path));
    }

    [Fact]
    public void A_read_only_file_is_left_alone()
    {
        var notebook = Notebook.Load(_path);
        notebook.Cells[0].ReplaceOutputs([]);
        File.SetAttributes(_path, FileAttributes.ReadOnly);

        var exception = Assert.Throws<NotebookSaveException>(() => notebook.Save());

        Assert.Equal($"{_path}: is read-only; nothing was written", exception.Message);
        File.SetAttributes(_path, FileAttributes.Normal);
        Assert.Equal(Samples.Text("outputs.ipynb"), File.ReadAllText(_path));
    }

    [Fact]
    public void A_folder_that_is_gone_or_cannot_be_written_is_said_in_one_line()
    {
        var notebook = Notebook.Load(_path);
        notebook.Cells[0].ReplaceOutputs([]);
        Directory.Delete(_folder.Path, recursive: true);

        var exception = Assert.Throws<NotebookSaveException>(() => notebook.Save());

        Assert.StartsWith($"{_path}: cannot be saved: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void A_failed_write_leaves_no_temporary_file()
    {
        var folder = Directory.CreateDirectory(_folder["a folder in the file's place"]).FullName;

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(folder, "text"));

        Assert.Equal([folder, _path], Directory.GetFileSystemEntries(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_mode_of_the_file_and_a_link_to_it_are_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes, and links need a privilege.");
            return;
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(_path, Mode);
        File.CreateSymbolicLink(_folder["link.ipynb"], "n.ipynb");
        var notebook = Notebook.Load(_folder["link.ipynb"]);
        notebook.Cells[0].ReplaceSource("3");

        Assert.True(notebook.Save());

        Assert.Equal("n.ipynb", new FileInfo(_folder["link.ipynb"]).LinkTarget);
        Assert.Equal(Mode, File.GetUnixFileMode(_path));
        Assert.Equal("3", Notebook.Load(_path).Cells[0].Source);
    }
}
