using System.Text;
using AsyncBook.Commands.Views;
using AsyncBook.Notebooks;
using AsyncBook.Running;
using Spectre.Console;

namespace AsyncBook.Tests.Commands;

/// <summary>What is seen in a terminal while notebooks run.</summary>
public sealed class LiveRunViewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Screen _screen = new();

    public void Dispose()
    {
        _screen.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_row_waits_then_runs_with_the_cell_it_is_at_then_says_how_it_ended()
    {
        var (first, second) = (Load("a.ipynb"), Load("b.ipynb"));
        var view = new LiveRunView([first, second]);
        var run = new TaskCompletionSource<string>();
        var shown = view.ShowAsync(Terminal(), run.Task);
        await SeenAsync("0 ended, 0 running, 2 waiting");

        view.NotebookStarted(first);
        await SeenAsync("a running 0/2");
        view.CellStarted(first, first.Cells[0]);
        await SeenAsync("a running 1/2", "第一格");
        view.CellStarted(first, first.Cells[1]);
        await SeenAsync("a running 2/2", "第二格");
        view.NotebookEnded(first, new NotebookReport("a.ipynb", [Passed("one"), Passed("two")], DateTimeOffset.UtcNow, TimeSpan.FromSeconds(1.5)));
        await SeenAsync("a passed 2 cells 1.5 s", "1 ended, 0 running, 1 waiting");

        run.SetResult("over");
        Assert.Equal("over", await shown);
    }

    [Fact]
    public async Task A_run_that_fails_fails_the_view_too()
    {
        var view = new LiveRunView([Load("a.ipynb")]);
        await Assert.ThrowsAsync<IOException>(() => view.ShowAsync(Terminal(), Task.FromException<int>(new IOException("gone"))));
    }

    private static CellReport Passed(string cell) => new("a.ipynb", cell, cell, CellVerdict.Passed, TimeSpan.Zero, null, "");

    private Notebook Load(string name) => Notebook.Load(SampleNotebook.Write(
        _folder, SampleNotebook.Of(SampleNotebook.Code("one", "// 第一格"), SampleNotebook.Code("two", "// 第二格")), name));

    private IAnsiConsole Terminal()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(_screen),
        });
        console.Profile.Width = 120;
        return console;
    }

    // Frames come eight times a second; half a minute is for a machine that is busy.
    private async Task SeenAsync(params string[] rows)
    {
        for (var wait = System.Diagnostics.Stopwatch.StartNew(); ; await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            var seen = string.Join(' ', _screen.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (rows.All(row => seen.Contains(row, StringComparison.Ordinal)))
            {
                return;
            }

            Assert.True(wait.Elapsed < TimeSpan.FromSeconds(30), $"no {string.Join(", ", rows)} in: {seen[^Math.Min(seen.Length, 500)..]}");
        }
    }

    // Written by the view while the test reads.
    private sealed class Screen : TextWriter
    {
        private readonly StringBuilder _text = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            lock (_text)
            {
                _text.Append(value);
            }
        }

        public override string ToString()
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }
}
