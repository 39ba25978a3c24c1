using AsyncBook.Notebooks;
using AsyncBook.Outputs;

namespace AsyncBook.Tests.Outputs;

/// <summary>Timelines as a terminal shows them: drawn from the stored picture.</summary>
public sealed class TimelineLanesTests
{
    private readonly Timeline _timeline = new();

    [Fact]
    public async Task A_lane_is_drawn_where_the_picture_has_it()
    {
        await Task.WhenAll(
            _timeline.Track("甲", async () => { Hold(100); await Task.Delay(300, TestContext.Current.CancellationToken); }),
            _timeline.Track("second", async () => await Task.Delay(200, TestContext.Current.CancellationToken)));
        var lines = PictureText.LanesOf(_timeline.ToSvg("标题"))!.Split('\n');
        Assert.Equal("标题", lines[0]);
        Assert.Contains("█ 运行（占着线程）  ░ 等待（不占线程）  0 – ", lines[1], StringComparison.Ordinal);
        Assert.Matches("^  甲     █+░+█*$", lines[2]);
        Assert.Matches("^  second +█*░+█*$", lines[3]);
        Assert.StartsWith("甲：从 ", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Another_picture_is_told_in_its_own_words() =>
        Assert.Null(PictureText.LanesOf("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>甲</title></svg>"));

    [Fact]
    public void Every_timeline_that_the_notebooks_store_is_drawn()
    {
        var pictures = Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories).Select(Notebook.Load)
            .SelectMany(notebook => notebook.Cells).SelectMany(cell => cell.Outputs).OfType<DisplayOutput>()
            .Select(output => output.Data["image/svg+xml"]).OfType<string>().Where(svg => svg.Contains("id=\"timeline-", StringComparison.Ordinal)).ToList();
        Assert.True(pictures.Count > 10);
        Assert.All(pictures, svg => Assert.Matches("(?m)^  .* [█▒░·]", PictureText.LanesOf(svg)!));
    }

    private static void Hold(int milliseconds) => Thread.Sleep(milliseconds);
}
