using AsyncBook.Commands.Views;
using AsyncBook.Notebooks;
using AsyncBook.Running;
using Spectre.Console;

namespace AsyncBook.Tests.Commands;

/// <summary>The view of a run, at the sizes terminals have.</summary>
public sealed class RunViewSizeTests : IDisposable
{
    private const int Number = 40;
    private readonly TemporaryFolder _folder = new();
    private readonly List<Notebook> _notebooks;

    public RunViewSizeTests() => _notebooks =
    [
        .. Enumerable.Range(10, Number).Select(i => Notebook.Load(SampleNotebook.Write(
            _folder, SampleNotebook.Of(SampleNotebook.Code("a", "// 看见它：热的，调用的那一行里就先跑一段，冷的等到有人要它，才开始跑，一直跑到第一个 await 为止")), $"{i}-with-a-name-longer-than-most-terminals-have-room-for.ipynb"))),
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 30)]
    [InlineData(40, 10)]
    public void It_fits_with_what_runs_on_top_and_the_rest_counted(int width, int height)
    {
        var view = new LiveRunView(_notebooks);
        foreach (var notebook in _notebooks.Take(34))
        {
            view.NotebookStarted(notebook);
            view.CellStarted(notebook, notebook.Cells[0]);
        }

        foreach (var notebook in _notebooks.Take(32))
        {
            var verdict = notebook == _notebooks[3] ? CellVerdict.Failed : CellVerdict.Passed;
            view.NotebookEnded(notebook, new(notebook.Name, [new(notebook.Name, "a", "", verdict, TimeSpan.Zero, null, "")], DateTimeOffset.UtcNow, TimeSpan.FromSeconds(3)));
        }

        var lines = Draw(view, width, height);
        Assert.True(lines.Length < height, $"{lines.Length} lines");
        Assert.All(lines, line => Assert.True(line.GetCellWidth() <= width, line));
        Assert.StartsWith("32 ended, 2 running, 6 waiting", lines[0], StringComparison.Ordinal);
        Assert.Matches("^42-with.*running +1/1 ", lines[1]);
        Assert.Matches("^43-with.*running +1/1 ", lines[2]);
        Assert.Matches("^13-with.*failed +1 cells ", lines[3]);
        Assert.Matches("^41-with.*passed +1 cells ", lines[4]);
        Assert.Matches(@"^… and \d+ more ended: \d+ passed$", lines[^1]);
    }

    private static string[] Draw(LiveRunView view, int width, int height)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = width;
        console.Write(view.Render(width, height));
        return [.. text.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd())];
    }
}
