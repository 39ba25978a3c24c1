#nullable enable
using System;
using System.Threading;

/// <summary>What became of code that was called: how often it came back, and on which threads.</summary>
/// <remarks>An <see cref="AsyncLocal{T}"/> goes with all that the code queues, and says so whenever that is run.</remarks>
public sealed class Footprint
{
    private const int Plenty = 100;
    private readonly AsyncLocal<bool> _mark;
    private int _runs;

    /// <summary>Of code that is at home on this thread.</summary>
    public Footprint()
    {
        var home = Environment.CurrentManagedThreadId;
        _mark = new(change =>
        {
            if (!change.CurrentValue)
                return;
            Interlocked.Increment(ref _runs);
            IsElsewhere |= Environment.CurrentManagedThreadId != home;
        });
    }

    /// <summary>Whether some of it ran on another thread.</summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>Whether it came back again and again, as what looks at the clock instead of being called when it is time.</summary>
    public bool Spins => Volatile.Read(ref _runs) > Plenty;

    /// <summary>Calls it, without a SynchronizationContext, so that what awaits does not come home unseen.</summary>
    /// <param name="code">What to call.</param>
    public void Call(Action code)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        _mark.Value = true;
        try { code(); }
        finally
        {
            _mark.Value = false;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
