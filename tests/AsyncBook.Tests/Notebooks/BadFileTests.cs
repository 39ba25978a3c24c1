using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Notebooks;

public sealed class BadFileTests : IDisposable
{
    private const string Cell = """ "cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null """;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \r\n\t", "is empty")]
    [InlineData("hello", "is not JSON at line 1, column 1: 'h' is an invalid start of a value.")]
    [InlineData("{\n \"一\": x}", "is not JSON at line 2, column 7: 'x' is an invalid start of a value.")]
    [InlineData("{\n \"cells\": [", "is cut off: the JSON is not finished at its end, line 2, column 12")]
    [InlineData("{\"cells\": \"abc", "is cut off: the JSON is not finished at its end, line 1, column 15")]
    [InlineData("{\n<<<<<<< HEAD\n", "has an unresolved merge conflict at line 2, column 1")]
    [InlineData("{\"a\": \"\\ud83d\"}", "has half a surrogate pair in the string at line 1, column 7")]
    [InlineData(
        "{} {}",
        "is not JSON at line 1, column 4: '{' is invalid after a single JSON value. Expected end of data.")]
    [InlineData(
        "{\"a\": 1, \"a\": 2}",
        "is not a notebook: Duplicate property 'a' encountered during deserialization.")]
    [InlineData("[]", "is JSON but not a notebook (it has no \"nbformat\")")]
    [InlineData("{\"nbformat\": \"4\"}", "is JSON but not a notebook (it has no \"nbformat\")")]
    [InlineData("{\"nbformat\": 5, \"cells\": []}", "is nbformat 5; only nbformat 4 can be read, save it as that")]
    [InlineData("{\"nbformat\": 4}", "is not a notebook: \"cells\" is not a list")]
    [InlineData(
        "{\"nbformat\": 4, \"cells\": [], \"metadata\": 1}",
        "is not a notebook: \"metadata\" is not an object")]
    public void A_file_that_is_no_notebook_is_named_with_its_reason(string text, string reason) =>
        AssertReason(_folder.Write("bad.ipynb", text), reason);

    [Theory]
    [InlineData("1", "is not an object")]
    [InlineData("{}", "\"cell_type\" is missing or not text")]
    [InlineData("""{"cell_type": "heading"}""", "\"cell_type\" is \"heading\", not code, markdown or raw")]
    [InlineData("""{"cell_type": "1", "source": ""}""", "\"cell_type\" is \"1\", not code, markdown or raw")]
    [InlineData("""{"cell_type": "code", "source": [1]}""", "\"source\" is neither text nor a list of lines")]
    [InlineData("""{"cell_type": "code", "source": "", "metadata": []}""", "\"metadata\" is not an object")]
    [InlineData("""{"cell_type": "code", "source": "", "id": 7}""", "\"id\" is not text")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": ["x"]}""", "\"outputs\" is not a list of objects")]
    [InlineData("{" + Cell + """, "source": "", "id": "a"}""", "its id \"a\" is already that of cell 1")]
    [InlineData(
        """{"cell_type": "raw", "source": "", "metadata": {"asyncbook": {"parity": "Exact"}}}""",
        "metadata \"asyncbook.parity\" is \"Exact\", not one of exact, unordered, shape")]
    [InlineData(
        """{"cell_type": "raw", "source": "", "metadata": {"asyncbook": {"needs": "redis"}}}""",
        "metadata \"asyncbook.needs\" is not a list of texts")]
    [InlineData(
        """{"cell_type": "raw", "source": "", "metadata": {"asyncbook": 1}}""",
        "metadata \"asyncbook\" is not an object")]
    public void A_cell_of_the_wrong_shape_is_named_by_its_place(string cell, string reason)
    {
        var good = "{" + Cell + """, "source": "", "id": "a"}""";
        var text = $$"""{"cells": [{{good}}, {{cell}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""";

        AssertReason(_folder.Write("bad.ipynb", text), $"cell 2: {reason}");
    }

    [Fact]
    public void An_old_notebook_is_told_how_to_become_a_new_one()
    {
        var path = _folder.Write("old.ipynb", """{"nbformat": 3, "worksheets": []}""");

        AssertReason(path, $"is nbformat 3, too old; upgrade with `jupyter nbconvert --to notebook \"{path}\"`");
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_named()
    {
        AssertReason(_folder["none.ipynb"], "no such file");
        AssertReason(_folder.Path, "is a folder, not a notebook");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_named()
    {
        AssertReason(_folder.Write("png.ipynb", [0x89, 0x50, 0x4E, 0x47, 0]), "is binary, not a notebook");
        AssertReason(_folder.Write("latin1.ipynb", [0x7B, 0x0A, 0xE9]), "is not valid UTF-8 (line 2, column 1)");
        AssertReason(
            _folder.Write("utf16.ipynb", [0xFF, 0xFE, 0x7B, 0]),
            "is UTF-16; a notebook is UTF-8 (save it again in that encoding)");
    }

    [Fact]
    public void A_huge_file_is_refused_unread()
    {
        using (var file = File.Create(_folder["huge.ipynb"]))
        {
            file.SetLength(50L * 1024 * 1024);
        }

        AssertReason(
            _folder["huge.ipynb"],
            "is 50 MB, too large for a notebook (the limit is 20 MB); clear its outputs");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void A_thousand_levels_are_refused(string opening)
    {
        var path = _folder.Write("deep.ipynb", string.Concat(Enumerable.Repeat(opening, 1000)));

        var exception = Assert.Throws<NotebookFormatException>(() => Notebook.Load(path));

        Assert.Contains("depth of 200 has been exceeded.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_never_ends_is_not_read()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero here.");

        AssertReason("/dev/zero", "is empty");
    }

    private static void AssertReason(string path, string reason)
    {
        var exception = Assert.Throws<NotebookFormatException>(() => Notebook.Load(path));

        Assert.Equal($"{path}: {reason}", exception.Message);
    }
}
