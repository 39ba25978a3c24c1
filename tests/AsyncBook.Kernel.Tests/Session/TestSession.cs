using System.Collections.Concurrent;
using System.Text;
using AsyncBook.Kernel.Cells;
using AsyncBook.Kernel.Protocol;
using AsyncBook.Kernel.Scripting;
using AsyncBook.Kernels;
using AsyncBook.Running;

namespace AsyncBook.Kernel.Tests;

/// <summary>A kernel's session in this very process: cells run as in a kernel, but the console is the test runner's.</summary>
internal sealed class TestSession
{
    private readonly EventStream _events = new();
    private readonly EventPublisher _publisher;
    private readonly CellThread _cells;

    public TestSession(string folder, TimeSpan? showLimit = null)
    {
        _publisher = new EventPublisher(new ProtocolChannel(new MemoryStream(), _events));
        var session = new CSharpSession(folder) { ShowLimit = showLimit ?? TimeSpan.FromSeconds(60) };
        _cells = new CellThread(session.Run);
        _cells.Start();
    }

    public CellTrace Run(string code, string name = "test.ipynb#cell")
    {
        Begin(code, name);
        return End();
    }

    public void Begin(string code, string name = "test.ipynb#cell") =>
        _cells.Add(new CellRun(new KernelCommand("SubmitCode", name, code, name), _publisher));

    /// <summary>What the cell that has begun gives until its end.</summary>
    public CellTrace End()
    {
        var events = new List<KernelEvent>();
        var recorder = new CellRecorder();
        while (true)
        {
            Assert.True(_events.Published.TryTake(out var found, TimeSpan.FromSeconds(90)), "the cell does not end");
            events.Add(found);
            recorder.Add(found);
            if (found is KernelEvent.Ended ended)
            {
                return new CellTrace(events, recorder.Outputs, ended.Failure);
            }
        }
    }

    /// <summary>Waits until the cell that has begun shows something.</summary>
    public void WaitForDisplay()
    {
        while (true)
        {
            Assert.True(_events.Published.TryTake(out var found, TimeSpan.FromSeconds(90)), "the cell shows nothing");
            if (found is KernelEvent.Displayed)
            {
                return;
            }
        }
    }

    public void Stop(string why) => _cells.Stop(why);

    private sealed class EventStream : MemoryStream
    {
        public BlockingCollection<KernelEvent> Published { get; } = [];

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            foreach (var found in EventParser.Parse(Encoding.UTF8.GetString(buffer).TrimEnd('\n')))
            {
                Published.Add(found);
            }
        }
    }
}
