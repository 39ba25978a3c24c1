using System.Collections.Concurrent;
using System.Text;
using AsyncBook.Kernel.Cells;
using AsyncBook.Kernel.Protocol;
using AsyncBook.Kernels;

namespace AsyncBook.Kernel.Tests.Session;

public sealed class CellThreadTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(90);
    private readonly MemoryStream _output = new();
    private readonly BlockingCollection<string> _begun = [];

    [Fact]
    public void A_cell_that_is_stopped_before_the_thread_has_taken_it_says_so_and_never_begins()
    {
        var thread = new CellThread(Begin);
        thread.Add(Cell("first"));
        thread.Stop("stopped");
        thread.Add(Cell("second"));
        thread.Start();

        Assert.True(_begun.TryTake(out var token, _limit));
        Assert.Equal("second", token);
        Assert.Equal([("first", "stopped")], Failures());
    }

    [Fact]
    public void The_next_cell_is_stopped_where_the_thread_has_yet_to_let_go_of_one_that_has_ended()
    {
        using var letGo = new ManualResetEventSlim();
        var thread = new CellThread(run =>
        {
            Begin(run);
            Assert.True(letGo.Wait(_limit));
        });
        thread.Start();
        thread.Add(Cell("first"));
        Assert.True(_begun.TryTake(out _, _limit));
        thread.Add(Cell("second"));
        thread.Stop("stopped");
        thread.Add(Cell("third"));
        letGo.Set();

        Assert.True(_begun.TryTake(out var token, _limit));
        Assert.Equal("third", token);
        Assert.Equal([("second", "stopped")], Failures());
    }

    // Ended before it is said to have begun, so that whoever is told finds it ended.
    private void Begin(CellRun run)
    {
        run.TryEnd();
        _begun.Add(run.Command.Token);
    }

    private CellRun Cell(string token) =>
        new(new KernelCommand("SubmitCode", token, "", token), new EventPublisher(new ProtocolChannel(new MemoryStream(), _output)));

    private IEnumerable<(string?, string?)> Failures() => Encoding.UTF8.GetString(_output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(EventParser.Parse).OfType<KernelEvent.Ended>().Select(ended => (ended.Token, ended.Failure));
}
