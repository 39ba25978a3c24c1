using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

public sealed class CompleteServiceTests
{
    private static readonly string[] _cells = ["store", "validate", "build"];

    [Fact]
    public async Task The_service_in_the_cells_is_letter_for_letter_the_file_that_runs()
    {
        var path = Path.Combine(Repository.Notebooks, "..", "data", "service", "app.cs");
        var file = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var notebook = Notebook.Load(Path.Combine(Repository.Notebooks, "more", "complete-service.ipynb"));

        Assert.All(_cells, id => Assert.Contains(notebook.Cells.Single(cell => cell.Id == id).Source, file, StringComparison.Ordinal));
    }
}
