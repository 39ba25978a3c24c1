using AsyncBook.Running;

namespace AsyncBook.Tests.Running;

public sealed class NotebookReportTests
{
    [Theory]
    [InlineData("", "Passed")]
    [InlineData("Passed Passed", "Passed")]
    [InlineData("Passed Skipped", "Skipped")]
    [InlineData("Skipped Passed Passed", "Skipped")]
    [InlineData("Skipped Skipped", "Skipped")]
    [InlineData("Passed Failed NotRun Skipped", "Failed")]
    [InlineData("Passed NotRun Skipped", "NotRun")]
    public void A_notebooks_verdict_is_the_worst_of_its_cells(string cells, string verdict)
    {
        var reports = cells.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(cell => new CellReport("n", "c", "t", Enum.Parse<CellVerdict>(cell), TimeSpan.Zero, null, ""));

        var report = new NotebookReport("n.ipynb", [.. reports], DateTimeOffset.UnixEpoch, TimeSpan.Zero);

        Assert.Equal(Enum.Parse<CellVerdict>(verdict), report.Verdict);
    }
}
