using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Notebooks;

public sealed class NotebookTests
{
    [Fact]
    public void A_notebook_knows_its_name_its_cells_and_what_all_of_them_need()
    {
        var notebook = Notebook.Load(Samples.PathOf("unknown-fields.ipynb"));

        Assert.Equal("unknown-fields.ipynb", notebook.Name);
        Assert.Equal(["linux"], notebook.Needs);
        Assert.Equal([CellKind.Markdown, CellKind.Raw, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["image", "raw", "own"], notebook.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void Cells_of_an_older_notebook_are_named_by_their_place() =>
        Assert.Equal(
            ["cell-1", "cell-2"],
            Notebook.Load(Samples.PathOf("minor-4.ipynb")).Cells.Select(cell => cell.Id));

    [Fact]
    public void Source_is_joined_whether_it_is_one_string_or_a_list_of_lines()
    {
        var cells = Notebook.Load(Samples.PathOf("odd-text.ipynb")).Cells;

        Assert.Equal("\x1b[31m\b\f\r\n\t\0\x01\x1f\n\nlast", cells[1].Source);
        Assert.Equal("", cells[2].Source);
        Assert.Equal("Console.WriteLine(1);\nConsole.WriteLine(2);\n", cells[3].Source);
    }

    [Fact]
    public void Every_kind_of_output_is_read()
    {
        var outputs = Notebook.Load(Samples.PathOf("outputs.ipynb")).Cells[0].Outputs;

        Assert.Equal(new StreamOutput("stdout", "一\n二"), outputs[0]);
        Assert.Equal(new StreamOutput("stderr", "one string\nof two lines\n"), outputs[1]);
        Assert.Equal("<svg>\n</svg>", Assert.IsType<DisplayOutput>(outputs[2]).Data["image/svg+xml"]);
        Assert.Equal("圖", Assert.IsType<DisplayOutput>(outputs[2]).Data["text/plain"]);
        Assert.Null(Assert.IsType<DisplayOutput>(outputs[2]).Data["text/html"]);
        Assert.Equal("[\n true\n]", Assert.IsType<ResultOutput>(outputs[3]).Data["application/vnd.x+json"]);
        Assert.Equal("坏了", Assert.IsType<ErrorOutput>(outputs[4]).Value);
        Assert.Equal("at 1.3-await.ipynb#a:2", Assert.IsType<ErrorOutput>(outputs[4]).Traceback[1]);
        Assert.IsType<UnknownOutput>(outputs[5]);
    }

    [Fact]
    public void A_cell_knows_what_it_is_for()
    {
        using var folder = new TemporaryFolder();
        var cells = Notebook.Load(folder.Write("n.ipynb", """
            {"cells": [
              {"cell_type": "markdown", "id": "a",
               "metadata": {"asyncbook": {"original": ["1.4p1", "1.4#1"]}}, "source": ""},
              {"cell_type": "code", "id": "b",
               "metadata": {"asyncbook": {"ports": "1.4#1", "parity": "shape", "needs": ["mysql"]}},
               "outputs": [], "execution_count": null, "source": ""},
              {"cell_type": "code", "id": "c", "metadata": {"asyncbook": {"role": "solution", "id": "1.4-a"}},
               "outputs": [], "execution_count": null, "source": ""}
            ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            """)).Cells;

        Assert.Equal(["1.4p1", "1.4#1"], cells[0].Originals);
        Assert.Equal(("1.4#1", Parity.Shape), (cells[1].Ports, cells[1].Parity));
        Assert.Equal(["mysql"], cells[1].Needs);
        Assert.Equal((CellRole.Solution, "1.4-a"), (cells[2].Role, cells[2].ExerciseId));
        Assert.Null(cells[2].Parity);
    }
}
